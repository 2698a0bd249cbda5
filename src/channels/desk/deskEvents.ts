import type { Log } from '../../log.ts';
import type { EventSink } from '../eventSink.ts';
import type { Every } from '../every.ts';
import type { DeskPort } from './deskPort.ts';
import { createDeskStream, type DeskStream } from './deskStream.ts';

/** Tabs of one session: a browser opens at most six connections to a host, and one is needed to write. */
const PER_SESSION = 5;
/** All pages together: the desk of a large organisation, and each look at the data is for all of them. */
const OVERALL = 100;
/** In milliseconds: how late a change may come that was made by another process. */
const POLL = 1_000;
/** In milliseconds: changes are looked for so far back, since clocks differ and commits take their time. */
const OVERLAP = 10_000;
/** In milliseconds: proxies commonly end a connection that is silent for 30 or 60 seconds. */
const HEARTBEAT = 20_000;

/** A page of the desk that opens. */
export interface NewDeskPage {
  /** The hash of its session. */
  readonly session: string;
  /** The one case that it hears of; null for all. */
  readonly only: string | null;
  readonly sink: EventSink;
}

/** Every page of the desk that is open. */
export interface DeskEvents {
  /** Whether another page may be opened. */
  hasRoom(): boolean;
  /** Tells a page of changes until it closes. The sixth page of a session ends the oldest with the event `displaced`. */
  open(page: NewDeskPage): void;
  /** Something may have changed. */
  wake(): void;
  /** Ends all pages of a session. */
  end(session: string): void;
  /** How many are open. */
  count(): number;
  /** Ends all. */
  close(): void;
}

export interface DeskEventsParts {
  readonly port: Pick<DeskPort, 'changedSince'>;
  /** Whether a session still is one; asked with each heartbeat. */
  readonly isOpen: (session: string) => Promise<boolean>;
  readonly clock: () => Date;
  readonly every: Every;
  readonly log: Log;
}

interface OpenPage {
  readonly session: string;
  readonly stream: DeskStream;
}

/** Keeps the open pages, and the two timers that they share; with no page open there is no timer. */
export function createDeskEvents(parts: DeskEventsParts): DeskEvents {
  /** In the order in which they were opened. */
  const pages = new Set<OpenPage>();
  const ofSession = (session: string) => [...pages].filter((page) => page.session === session);
  const endSession = (session: string) => {
    for (const { stream } of ofSession(session)) stream.end('over');
  };
  const { look, rest } = createLook(parts, pages);
  const timers = createTimers(parts.every, {
    look,
    beat: () => {
      for (const { stream } of [...pages]) stream.beat();
      for (const session of new Set([...pages].map((page) => page.session))) void endIfOver(session);
    },
  });
  const endIfOver = async (session: string) => {
    try {
      if (!(await parts.isOpen(session))) endSession(session);
    } catch (err) {
      parts.log.error({ channel: 'desk', err }, 'a session could not be looked at');
    }
  };

  return {
    hasRoom: () => pages.size < OVERALL,
    open({ session, only, sink }) {
      const [oldest, ...others] = ofSession(session);
      if (others.length + 1 >= PER_SESSION) oldest?.stream.end('displaced');
      const page = { session, stream: createDeskStream(sink, only) };
      pages.add(page);
      sink.onClose(() => {
        pages.delete(page);
        timers.fit(pages.size > 0);
        if (pages.size === 0) rest();
      });
      timers.fit(pages.size > 0);
      look();
    },
    wake: look,
    end: endSession,
    count: () => pages.size,
    close() {
      for (const { stream } of [...pages]) stream.cut();
    },
  };
}

/** Looks for changes, one look at a time for all pages; a wish in the middle of one is followed by another. */
function createLook({ port, clock, log }: DeskEventsParts, pages: ReadonlySet<OpenPage>) {
  let lookedAt: Date | null = null;
  let isLooking = false;
  let again = false;

  async function lookOnce(): Promise<void> {
    again = false;
    const at = clock();
    const changes = await port.changedSince(new Date((lookedAt ?? at).getTime() - OVERLAP));
    lookedAt = at;
    for (const { stream } of [...pages]) stream.tell(changes);
  }

  async function lookOn(): Promise<void> {
    isLooking = true;
    try {
      do await lookOnce();
      while (again && pages.size > 0);
    } catch (err) {
      // The next look goes back as far as this one would have.
      log.error({ channel: 'desk', err }, 'changes could not be looked for');
    } finally {
      isLooking = false;
    }
  }

  return {
    look() {
      again = true;
      if (!isLooking && pages.size > 0) void lookOn();
    },
    /** Nobody is there: whoever comes next has read everything anew. */
    rest() {
      lookedAt = null;
    },
  };
}

function createTimers(every: Every, { look, beat }: { readonly look: () => void; readonly beat: () => void }) {
  let stop: (() => void) | null = null;
  return {
    /** Starts the timers with the first page and stops them after the last. */
    fit(isOpen: boolean) {
      if (isOpen && stop === null) {
        const stops = [every(POLL, look), every(HEARTBEAT, beat)];
        stop = () => {
          for (const end of stops) end();
        };
      } else if (!isOpen) {
        stop?.();
        stop = null;
      }
    },
  };
}
