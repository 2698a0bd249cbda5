/** What went wrong, for the log and for deciding; never a sentence for a person. */
export type ErrorCode =
  | 'config-invalid'
  | 'pack-invalid'
  | 'storage-failed'
  | 'turn-contended'
  /** A person's turns come faster than they can be taken; the message is to be sent again later. */
  | 'too-fast'
  | 'request-refused'
  | 'channel-failed'
  /** The channel gave the bot no token: nothing was sent. */
  | 'sign-in-failed'
  | 'unexpected';

/** The one base of every error that this project throws. Decide on `code`, never on `message`. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}

/** Any thrown thing as one of ours, once, at the border: what has no code of ours is `unexpected`. */
export function asCoded(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : new AppError('unexpected', 'an unexpected fault', { cause: thrown });
}
