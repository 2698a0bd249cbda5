import { slackClient } from '../../../src/channels/slack/slackClient.ts';
import { slackHosts } from '../../../src/channels/slack/slackHosts.ts';
import { type FakeSlack, startFakeSlack } from '../../support/fakeSlack.ts';

/** The token of a bot that is none of the workspace: what is scripted is answered to anybody. */
export const OTHER_TOKEN = 'xoxb-not-a-real-token';

/** Slack, and what calling it needs. */
export interface SlackLineOfTest {
  readonly slack: FakeSlack;
  readonly line: ReturnType<typeof lineTo>;
}

/** Gives each test of a `describe` a Slack of its own and a client, which are closed after it. */
export function useSlackLine(): SlackLineOfTest {
  let slack: FakeSlack;
  let line: ReturnType<typeof lineTo>;
  beforeEach(async () => {
    slack = await startFakeSlack();
    line = lineTo(slack);
  });
  afterEach(async () => {
    await line.dispatcher.destroy();
    await slack.close();
  });
  return {
    get slack() {
      return slack;
    },
    get line() {
      return line;
    },
  };
}

/** What a call to it takes, but for a clock. */
export function lineTo({ apiUrl }: Pick<FakeSlack, 'apiUrl'>) {
  return { dispatcher: slackClient(), origins: slackHosts(apiUrl).calls, apiUrl, token: OTHER_TOKEN };
}
