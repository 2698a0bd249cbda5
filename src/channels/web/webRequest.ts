import type { PageAnswer } from '../pageAnswer.ts';

/** What the web channel wants to know of a request, whatever serves it. */
export interface WebRequest {
  /** The headers by these names, as they came. */
  readonly origin: string | undefined;
  readonly host: string | undefined;
  readonly cookie: string | undefined;
  readonly lastEventId: string | undefined;
  /** The parameter `after` of the address. */
  readonly after: string | undefined;
  /** The caller's IP address. */
  readonly remoteAddress: string;
  /** The JSON that was sent, undefined when nothing was. */
  readonly body: unknown;
}

/** A request that brings a file. */
export interface WebUpload extends WebRequest {
  /** The parameter `name` of the address. */
  readonly name: string | undefined;
  /** The parameter `id`: given by the page, the same each time that it sends this file. */
  readonly id: string | undefined;
  /** The parameter `zone`: the time zone of the browser, IANA. */
  readonly zone: string | undefined;
  /** What is sent. Throws an `UploadFault` when it breaks off, stalls or is too large. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** An answer to the page. */
export type WebAnswer = PageAnswer;
