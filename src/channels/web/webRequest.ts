import type { EventSink } from './eventSink.ts';

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

/** An answer without a body. */
export interface WebAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Where there is one, the answer goes on: events are fed to the sink until that closes. */
  readonly feed?: (sink: EventSink) => void;
}
