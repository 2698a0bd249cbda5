import type { Activity } from 'botbuilder';
import type { Log } from '../../log.ts';
import { plainSlackText } from './plainSlackText.ts';
import { type SlackDeed, slackActivity } from './slackActivity.ts';
import type { SlackAdapter } from './slackAdapter.ts';
import type { SlackAnswer } from './slackAnswer.ts';
import type { SlackApi, SlackIdentity } from './slackApi.ts';
import type { SlackPort } from './slackPort.ts';

/** What dealing with what Slack delivers takes. */
export interface SlackParts {
  readonly api: SlackApi;
  readonly adapter: SlackAdapter;
  readonly port: SlackPort;
  readonly log: Log;
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** One delivery under way. */
export interface Underway {
  readonly identity: SlackIdentity;
  /** To be called once it need not come again. */
  readonly taken: () => void;
  /** It took too long, and has been answered without words. */
  readonly isLate: () => boolean;
}

/** Taken, with nothing to say to it. */
export const TAKEN: SlackAnswer = { status: 200 };

/** How many of those whom a message mentions are asked for: more are no help to whoever reads it. */
const NAMED = 10;

/**
 * What somebody did, as the bot reads it: with the name and the time zone that Slack has of them, and the names of those
 * whom it mentions. All are asked for at once, so that it takes no longer than one of them.
 */
export async function activityOf({ api }: Pick<SlackParts, 'api'>, deed: SlackDeed, identity: SlackIdentity) {
  const { said } = deed;
  const mentioned = said ? plainSlackText(said.text, identity.user).mentioned.slice(0, NAMED) : [];
  const [person, names] = await Promise.all([
    api.person(deed.user),
    Promise.all(mentioned.map(async (id) => [id, (await api.person(id)).name] as const)),
  ]);
  const known = new Map(names.filter(([, name]) => name !== ''));
  return slackActivity({ ...deed, ...(said && { said: { ...said, names: known } }) }, identity, person);
}

/** The same in their direct message with the bot, which is opened for it. Throws what Slack refuses. */
export async function directActivityOf(
  { api }: Pick<SlackParts, 'api'>,
  { delivery, user }: Pick<SlackDeed, 'delivery' | 'user'>,
  identity: SlackIdentity,
) {
  const channel = await api.openDirect(user);
  return activityOf({ api }, { delivery, user, channel, where: 'direct', thread: null }, identity);
}

/** Runs the turn of an activity. Throws what the turn throws. */
export async function runTurn(
  { adapter, port }: Pick<SlackParts, 'adapter' | 'port'>,
  activity: Activity,
  taken: () => void,
): Promise<SlackAnswer> {
  await adapter.processActivity(activity, (context) => port.logic(context, taken));
  return TAKEN;
}
