import type { EventSink } from '../channels/eventSink.ts';

/** What a route may know of a request. */
export interface RouteRequest {
  /** A header by its lower-case name; the first where it came twice. */
  readonly header: (name: string) => string | undefined;
  readonly query: URLSearchParams;
  /** The caller's IP address, as far as trusted proxies tell; empty when it has already gone. */
  readonly remoteAddress: string;
  /** What stands in the place of `:secret` in the path; undefined where its route has none. */
  readonly secret?: string | undefined;
  /** Whether a proxy says that it has passed the request on. */
  readonly forwarded: boolean;
  /** The JSON object that was sent; undefined when nothing was. */
  readonly body: unknown;
}

/** The same of a request that brings a file. */
export interface RawRequest extends Omit<RouteRequest, 'body'> {
  /**
   * What is sent, as it comes and at the pace at which it is taken; once. Throws an `UploadFault` when it breaks off,
   * stalls or is larger than the limit.
   */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The same of a request whose caller signs its bytes, so that they must be had as they were sent. */
export interface SignedRequest extends Omit<RouteRequest, 'body'> {
  readonly bytes: Buffer;
  /** One of those that its route takes. */
  readonly contentType: string;
}

/** How a request is answered. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Instead of a body: what goes on writing until the connection ends. */
  readonly feed?: (sink: EventSink) => void;
  /** Instead of a body: its bytes, asked for as they are taken, and no more once the client has gone. */
  readonly stream?: AsyncIterable<Uint8Array>;
}

interface Place {
  /** Exactly this path. One that ends in `/:secret` has 22 characters of base64url in that place, and no query. */
  readonly path: string;
  /** How many seconds this caller has to wait; 0 when it may come in. Asked before anything of the body is read. */
  readonly wait?: (remoteAddress: string) => number;
}

/** One address and what happens there. */
export interface PlainRoute extends Place {
  readonly method: 'GET' | 'POST';
  /** Whether a JSON object must be sent, may be, or must not. */
  readonly body: 'json' | 'json-or-none' | 'none';
  /** Of a path that ends in `/:secret`: the answer where something else stands in that place. */
  readonly cutOff?: Answer;
  /** A fault may be thrown: it is logged and answered with 500. */
  readonly answer: (request: RouteRequest) => Promise<Answer>;
}

/** An address that takes a file as it is, of up to `uploadBytes`. */
export interface RawRoute extends Place {
  readonly method: 'POST';
  readonly body: 'raw';
  /** The content types that are let in; what is in it is for the route to find out. */
  readonly types: readonly string[];
  /** The same; an `UploadFault` is answered by what it says. */
  readonly answer: (request: RawRequest) => Promise<Answer>;
}

/** An address that takes up to `bodyBytes`, and has them whole before anybody says what they mean. */
export interface SignedRoute extends Place {
  readonly method: 'POST';
  readonly body: 'signed';
  /** The content types that are let in, in small letters; each may say that it is in UTF-8. */
  readonly types: readonly string[];
  /** A fault may be thrown: it is logged and answered with 500. */
  readonly answer: (request: SignedRequest) => Promise<Answer>;
}

/** Any address. */
export type Route = PlainRoute | RawRoute | SignedRoute;
