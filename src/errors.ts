/** What went wrong, for the log and for deciding; never a sentence for a person. */
export type ErrorCode =
  | 'config-invalid'
  | 'pack-invalid'
  | 'storage-failed'
  | 'turn-contended'
  | 'request-refused'
  | 'channel-failed';

/** The one base of every error that this project throws. Decide on `code`, never on `message`. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}
