/**
 * A file, or why there is none. `refused`: there never will be. `not-taken`: trying again is of use. `why` is a code,
 * for the log and for the sentence to the person.
 */
export type FetchedFile =
  | {
      readonly kind: 'fetched';
      /** At most 10 MB; reading throws `UploadFault` for more, and when it breaks off. Leaving off closes the connection. */
      readonly bytes: AsyncIterable<Uint8Array>;
    }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'not-taken'; readonly why: string; readonly retryAfterMs?: number | undefined };
