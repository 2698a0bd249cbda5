import { asCoded } from '../../errors.ts';
import type { SlackIdentity } from './slackApi.ts';
import { directActivityOf, type SlackParts } from './slackDeeds.ts';

/** Whose tab is drawn, and because of what. */
export interface HomeShown {
  readonly delivery: string;
  readonly user: string;
}

/** Draws somebody's App Home tab as it is now. Throws what keeps it from that. */
export async function showHome(
  { api, port }: Pick<SlackParts, 'api' | 'port'>,
  shown: HomeShown,
  identity: SlackIdentity,
): Promise<void> {
  const blocks = await port.homeOf(await directActivityOf({ api }, shown, identity));
  await api.publishHome(shown.user, { type: 'home', blocks: [...blocks] });
}

/** The same after something was done on it. That is done: a tab that stays as it was is drawn when it is opened next. */
export async function showHomeAnew(parts: SlackParts, shown: HomeShown, identity: SlackIdentity): Promise<void> {
  try {
    await showHome(parts, shown, identity);
  } catch (error) {
    parts.log.warn({ channel: 'slack', code: asCoded(error).code }, 'a tab could not be drawn anew');
  }
}
