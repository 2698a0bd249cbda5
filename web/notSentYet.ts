import { pageText } from './pageText.ts';

/** What stands beside a message that will be sent again by itself. @param after in milliseconds */
export function notSentYet(why: 'again' | 'too-fast' | 'busy', after: number | null): string {
  const seconds = Math.max(1, Math.ceil((after ?? 0) / 1000));
  switch (why) {
    case 'again':
      return pageText.sending.again;
    case 'too-fast':
      return pageText.sending.tooFast(seconds);
    case 'busy':
      return pageText.sending.busy(seconds);
  }
}
