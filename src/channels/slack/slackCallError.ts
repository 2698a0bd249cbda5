import { AppError } from '../../errors.ts';

/** How a call failed. */
export interface SlackFailure {
  /** What it means for a message, as an HTTP status; undefined where nobody can tell, and then `cause` may by its `code`. */
  readonly statusCode?: number | undefined;
  /** Slack's own code, such as `not_in_channel`. */
  readonly slackCode?: string | undefined;
  /** How long Slack asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** The call was not made, since its turn would have come too late; `retryAfterMs` is when it may be made. */
  readonly isUntried?: boolean | undefined;
  readonly cause?: unknown;
}

/** A call to Slack that failed. Its message names the method and the answer, never what was to be sent. */
export class SlackCallError extends AppError {
  readonly statusCode: number | undefined;
  readonly slackCode: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly isUntried: boolean;

  constructor(method: string, failure: SlackFailure) {
    super('channel-failed', `Slack ${answer(failure)} ${method}`, { cause: failure.cause });
    this.name = 'SlackCallError';
    this.statusCode = failure.statusCode;
    this.slackCode = failure.slackCode;
    this.retryAfterMs = failure.retryAfterMs;
    this.isUntried = failure.isUntried ?? false;
  }
}

function answer({ statusCode, slackCode }: SlackFailure): string {
  const said = slackCode ?? statusCode;
  return said === undefined ? 'did not answer' : `answered ${said} to`;
}
