import type { EventSink } from '../channels/web/eventSink.ts';

/** What a route may know of a request. */
export interface RouteRequest {
  /** A header by its lower-case name; the first where it came twice. */
  readonly header: (name: string) => string | undefined;
  readonly query: URLSearchParams;
  /** The caller's IP address, as far as trusted proxies tell; empty when it has already gone. */
  readonly remoteAddress: string;
  /** Whether a proxy says that it has passed the request on. */
  readonly forwarded: boolean;
  /** The JSON object that was sent; undefined when nothing was. */
  readonly body: unknown;
}

/** How a request is answered. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Instead of a body: what goes on writing until the connection ends. */
  readonly feed?: (sink: EventSink) => void;
}

/** One address and what happens there. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** Exactly this path: no parameters. */
  readonly path: string;
  /** Whether a JSON object must be sent, may be, or must not. */
  readonly body: 'json' | 'json-or-none' | 'none';
  /** How many seconds this caller has to wait; 0 when it may come in. Asked before anything of the body is read. */
  readonly wait?: (remoteAddress: string) => number;
  /** A fault may be thrown: it is logged and answered with 500. */
  readonly answer: (request: RouteRequest) => Promise<Answer>;
}
