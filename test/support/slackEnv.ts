import type { FakeSlack } from './fakeSlack.ts';
import { WORKSPACE } from './slackWorkspace.ts';

/** What a bot is started with to be in the workspace of the tests. */
export function slackEnv({ apiUrl }: Pick<FakeSlack, 'apiUrl'>): Readonly<Record<string, string>> {
  return {
    SLACK_BOT_TOKEN: WORKSPACE.botToken,
    SLACK_SIGNING_SECRET: WORKSPACE.signingSecret,
    SLACK_API_URL: apiUrl,
  };
}
