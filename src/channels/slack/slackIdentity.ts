import type { SlackApi, SlackIdentity } from './slackApi.ts';

/** After a failure, the next delivery asks again, but not more often than this; in milliseconds. */
const PAUSE = 1_000;

/**
 * Who the bot is in its workspace, asked once and known from then on. Rejects while Slack can't be asked: what was
 * delivered meanwhile has to come again.
 */
export function createIdentity(api: Pick<SlackApi, 'whoAmI'>, now: () => Date): () => Promise<SlackIdentity> {
  let asked: { readonly at: number; readonly answer: Promise<SlackIdentity> } | null = null;
  let known: SlackIdentity | null = null;
  return async () => {
    if (known !== null) return known;
    if (asked === null || now().getTime() - asked.at >= PAUSE) asked = { at: now().getTime(), answer: api.whoAmI() };
    known = await asked.answer;
    return known;
  };
}
