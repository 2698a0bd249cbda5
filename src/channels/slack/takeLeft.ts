import type { SlackApi } from './slackApi.ts';
import { SlackCallError } from './slackCallError.ts';
import type { SlackParts } from './slackDeeds.ts';

/**
 * The app was taken out of a workspace when this was sent: what is held of it is erased. Slack sends it again for minutes,
 * and the app may be installed anew by then, so Slack is asked first. Throws where it can't be asked.
 */
export async function takeLeft(
  { api, port, log }: Pick<SlackParts, 'api' | 'port' | 'log'>,
  team: string,
): Promise<void> {
  if (await isInstalled(api, team)) log.warn({ channel: 'slack', code: 'still-installed' }, STILL_INSTALLED);
  else await port.onLeft(team);
}

const STILL_INSTALLED =
  'Slack says that the app was taken out of the workspace, and takes its token all the same: nothing was erased';

/** Asked anew: who the bot was before says nothing. */
async function isInstalled(api: Pick<SlackApi, 'whoAmI'>, team: string): Promise<boolean> {
  try {
    return (await api.whoAmI()).team === team;
  } catch (error) {
    // Slack’s own word that the token is no good: a server in between has none.
    if (error instanceof SlackCallError && error.statusCode === 401 && error.slackCode !== undefined) return false;
    throw error;
  }
}
