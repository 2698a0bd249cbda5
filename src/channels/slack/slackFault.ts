import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { retryAfter } from '../retryAfter.ts';
import { SlackCallError } from './slackCallError.ts';
import { slackErrorStatus } from './slackErrorStatus.ts';

/** What Slack's codes look like. Where there is a page instead, all of it comes as the code. */
const CODE = /^[a-z][a-z0-9_]{1,60}$/;

/** When and at which method something was thrown. */
export interface SlackCallMoment {
  readonly method: string;
  readonly at: Date;
}

/**
 * What WebClient throws, as one of ours. Its errors hold what was answered, which may quote what was sent; of that the
 * code alone is kept. The cause of a call without an answer is kept, since its code says whether anything was sent.
 */
export function slackFault(thrown: unknown, { method, at }: SlackCallMoment): SlackCallError {
  if (thrown instanceof WebAPIPlatformError) return ofPlatform(thrown, method);
  if (thrown instanceof WebAPIRateLimitedError) {
    return new SlackCallError(method, { statusCode: 429, retryAfterMs: thrown.retryAfter * 1000 });
  }
  if (thrown instanceof WebAPIHTTPError) {
    const wait = retryAfter(thrown.headers['retry-after'], at);
    return new SlackCallError(method, { statusCode: thrown.statusCode, retryAfterMs: wait });
  }
  const cause = thrown instanceof WebAPIRequestError ? thrown.original : thrown;
  return new SlackCallError(method, cause instanceof SlackCallError ? cause : { cause });
}

function ofPlatform({ data }: WebAPIPlatformError, method: string): SlackCallError {
  // An answer that isn't Slack's: nobody can tell what became of the call.
  if (!CODE.test(data.error)) return new SlackCallError(method, { slackCode: 'no_code' });
  const seconds = data.response_metadata?.retryAfter;
  return new SlackCallError(method, {
    statusCode: slackErrorStatus(data.error),
    slackCode: data.error,
    retryAfterMs: seconds === undefined ? undefined : seconds * 1000,
  });
}
