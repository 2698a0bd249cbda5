/** What the desk page's channel wants to know of a request, whatever serves it. */
export interface DeskRequest {
  /** The headers by these names, as they came. */
  readonly origin: string | undefined;
  readonly host: string | undefined;
  readonly cookie: string | undefined;
  /** The header `x-csrf-token`. */
  readonly csrf: string | undefined;
  readonly query: URLSearchParams;
  /** The caller's IP address. */
  readonly remoteAddress: string;
  /** The JSON that was sent, undefined when nothing was. */
  readonly body: unknown;
}

/** A request that brings a file. */
export interface DeskUpload extends DeskRequest {
  /** What is sent. Throws an `UploadFault` when it breaks off, stalls or is too large. */
  readonly bytes: AsyncIterable<Uint8Array>;
}
