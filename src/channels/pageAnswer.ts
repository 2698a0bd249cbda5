import type { EventSink } from './eventSink.ts';

/** An answer to a page of ours. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Where there is one, the answer goes on: events are fed to the sink until that closes. */
  readonly feed?: (sink: EventSink) => void;
  /** Where there is one, the bytes of a file, in place of a body. */
  readonly stream?: AsyncIterable<Uint8Array>;
}

/** An answer without a body, which nobody may keep. */
export function pageAnswer(status: number, headers: Readonly<Record<string, string>> = {}): PageAnswer {
  return { status, headers: { 'Cache-Control': 'no-store', ...headers } };
}
