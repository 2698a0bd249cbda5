import type { Log } from '../../log.ts';
import { addressKey } from '../addressKey.ts';
import type { EventSink } from '../eventSink.ts';
import type { Every } from '../every.ts';
import { createEventStream, type EventStream } from './eventStream.ts';
import type { WebRefusal } from './refuse.ts';
import type { WebHistory } from './webHistory.ts';

/** Tabs of one person: a browser opens at most six connections to a host, and one is needed to write. */
const PER_SESSION = 5;
/**
 * Pages of one address: an office of 200 people behind it, of whom every fourth has a second tab, and no program that
 * takes the room of everybody else.
 */
const PER_ADDRESS = 250;
/** All pages together: some 50 KB each with their sockets, so about 100 MB. */
const OVERALL = 2_000;
/** In milliseconds: how late a message may come that was written by another process. */
const POLL = 1_000;
/** In milliseconds: proxies commonly end a connection that is silent for 30 or 60 seconds. */
const HEARTBEAT = 20_000;

/** A page that opens. */
export interface NewPage {
  readonly session: string;
  /** Where its person seems to be. */
  readonly address: string;
  /** The number of the last row that it has. */
  readonly after: number;
  readonly sink: EventSink;
}

/** Every page that is open. */
export interface EventStreams {
  /** Why no other page may be opened from this address; null when it may. */
  refusal(address: string): Extract<WebRefusal, 'address-too-many-pages' | 'too-many-pages'> | null;
  /** Feeds a page until it closes. The sixth page of a session ends the oldest with the event `displaced`. */
  open(page: NewPage): void;
  /** There may be something new for this session. */
  wake(session: string): void;
  /** How many are open. */
  count(): number;
  /** Ends all. */
  close(): void;
}

export interface EventStreamsParts {
  readonly history: WebHistory;
  readonly every: Every;
  readonly log: Log;
}

interface OpenPage {
  readonly session: string;
  /** Its address, as addresses are counted. */
  readonly key: string;
  readonly stream: EventStream;
  readonly sink: EventSink;
}

/** Keeps the open pages, and the two timers that they share; with no page open there is no timer. */
export function createEventStreams({ history, every, log }: EventStreamsParts): EventStreams {
  /** In the order in which they were opened. */
  const pages = new Set<OpenPage>();
  const timers = createTimers(every, pages);
  const ofSession = (session: string) => [...pages].filter((page) => page.session === session);

  function remove(page: OpenPage): void {
    pages.delete(page);
    timers.fit();
  }

  return {
    refusal(address) {
      const key = addressKey(address);
      if ([...pages].filter((page) => page.key === key).length >= PER_ADDRESS) return 'address-too-many-pages';
      return pages.size < OVERALL ? null : 'too-many-pages';
    },
    open({ session, address, after, sink }) {
      const [oldest, ...others] = ofSession(session);
      if (others.length + 1 >= PER_SESSION) oldest?.stream.end('displaced');
      const onFault = (err: unknown) => log.error({ channel: 'web', conversation: session, err }, 'a page was cut off');
      const stream = createEventStream({ session, after, sink, history, onFault });
      const page = { session, key: addressKey(address), stream, sink };
      pages.add(page);
      sink.onClose(() => remove(page));
      timers.fit();
      stream.wake();
    },
    wake(session) {
      for (const { stream } of ofSession(session)) stream.wake();
    },
    count: () => pages.size,
    close() {
      for (const { sink } of [...pages]) sink.close();
    },
  };
}

function createTimers(every: Every, pages: ReadonlySet<OpenPage>) {
  let stop: (() => void) | null = null;
  const each = (run: (stream: EventStream) => void) => () => {
    for (const { stream } of [...pages]) run(stream);
  };
  return {
    /** Starts the timers with the first page and stops them after the last. */
    fit() {
      if (pages.size > 0 && stop === null) {
        const stops = [
          every(
            POLL,
            each((stream) => stream.wake()),
          ),
          every(
            HEARTBEAT,
            each((stream) => stream.beat()),
          ),
        ];
        stop = () => {
          for (const end of stops) end();
        };
      } else if (pages.size === 0) {
        stop?.();
        stop = null;
      }
    },
  };
}
