import { AppError } from '../../errors.ts';

interface Failure {
  /** Undefined when there was no answer: then `cause` says why, by its `code`. */
  readonly statusCode?: number | undefined;
  /** The connector's own code, such as `BotNotInConversationRoster`. */
  readonly connectorCode?: string | undefined;
  /** How long the connector asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** A call to the connector that failed. `statusCode` is read as on the SDK's own `RestError`. */
export class ConnectorError extends AppError {
  readonly statusCode: number | undefined;
  readonly connectorCode: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(method: string, failure: Failure) {
    super('channel-failed', `the connector ${answer(failure.statusCode)} ${method}`, { cause: failure.cause });
    this.name = 'ConnectorError';
    this.statusCode = failure.statusCode;
    this.connectorCode = failure.connectorCode;
    this.retryAfterMs = failure.retryAfterMs;
  }
}

function answer(statusCode: number | undefined): string {
  return statusCode === undefined ? 'did not answer' : `answered ${statusCode} to`;
}
