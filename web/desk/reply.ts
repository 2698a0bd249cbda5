/**
 * How the server answered. `missing`: there is no such thing, or it isn't ours to see. `again`: it is worth trying once
 * more, after so many milliseconds where it says so.
 */
export type Reply<Value> =
  | { readonly end: 'done'; readonly value: Value }
  | { readonly end: 'signed-out' | 'forbidden' | 'missing' | 'refused' }
  | { readonly end: 'again'; readonly why: 'lost' | 'too-fast' | 'busy'; readonly after: number | null };

/** What can be made of an answer's status, apart from what it brings. @param after what it says, in milliseconds */
export function replyOf(status: number, after: number | null): Exclude<Reply<never>, { readonly end: 'done' }> {
  switch (status) {
    case 401:
      return { end: 'signed-out' };
    case 403:
      return { end: 'forbidden' };
    case 404:
    case 410:
      return { end: 'missing' };
    case 429:
      return { end: 'again', why: 'too-fast', after };
    case 503:
      return { end: 'again', why: 'busy', after };
    default:
      return status >= 400 && status < 500 ? { end: 'refused' } : { end: 'again', why: 'lost', after };
  }
}
