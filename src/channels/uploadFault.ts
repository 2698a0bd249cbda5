import { AppError } from '../errors.ts';

/** How sending something went wrong: more than may be sent, broken off, or nothing more came for too long. */
export type UploadEnd = 'too-large' | 'cut-off' | 'stalled';

/** What was being sent has not come whole. Decide on `how`. */
export class UploadFault extends AppError {
  readonly how: UploadEnd;

  constructor(how: UploadEnd) {
    super('request-refused', `what was being sent has not come whole: ${how}`);
    this.name = 'UploadFault';
    this.how = how;
  }
}

/** By its name: a channel that is loaded only where it is configured may have loaded a class of its own, as in tests. */
export function isUploadFault(error: unknown): error is UploadFault {
  return error instanceof Error && error.name === 'UploadFault';
}
