import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { FakeSlack } from './fakeSlack.ts';
import { slackLogger } from './slackLogger.ts';
import { WORKSPACE } from './slackWorkspace.ts';

/** What a call of the real client was rejected with. */
export interface SlackClientFault {
  readonly code: string;
  readonly data?: { readonly error: string };
  readonly retryAfter?: number;
  readonly statusCode?: number;
}

/** The real client, asking the fake once for each call. */
export function slackWebClient(
  { apiUrl }: Pick<FakeSlack, 'apiUrl'>,
  options: WebClientOptions = {},
  token: string = WORKSPACE.botToken,
): WebClient {
  return new WebClient(token, {
    ...{ slackApiUrl: apiUrl, allowAbsoluteUrls: false },
    ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 2_000 },
    logger: slackLogger(),
    ...options,
  });
}

/** What the call fails with. Throws where it goes well. */
export async function slackFailureOf(call: Promise<unknown>): Promise<SlackClientFault> {
  const fault = await call.then(
    () => null,
    (thrown: SlackClientFault) => thrown,
  );
  if (fault === null) throw new Error('it went well');
  return fault;
}
