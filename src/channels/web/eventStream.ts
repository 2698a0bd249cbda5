import type { EventSink } from '../eventSink.ts';
import type { WebHistory, WebRow } from './webHistory.ts';

/** Rows read at a time: enough to fill a screen, few enough not to wait for. */
const PAGE = 50;

/** A reader that has taken nothing of so many bytes is cut off; it comes back for them when it can. */
const BUFFER_LIMIT = 1024 * 1024;

/** What one open page reads from. */
export interface EventStream {
  /** There may be something new. Never rejects. */
  wake(): void;
  /** Shows that the connection is alive; cuts off a reader that has taken nothing since the last time. */
  beat(): void;
  /** Tells the page that this stream ends for good, and ends it. */
  end(reason: string): void;
}

export interface EventStreamParts {
  readonly session: string;
  /** The number of the last row that the page has. */
  readonly after: number;
  readonly sink: EventSink;
  readonly history: WebHistory;
  readonly onFault: (error: unknown) => void;
}

/** Writes the rows of one session to one page, in their order, each once, at the pace at which they are taken. */
export function createEventStream(parts: EventStreamParts): EventStream {
  const { sink } = parts;
  const pace = createPace(sink);
  let seen = parts.after;
  let reading = false;
  let again = false;

  async function readOn(): Promise<void> {
    for (let rows = await nextRows(); rows.length > 0; rows = await nextRows()) {
      for (const row of rows) {
        if (pace.closed()) return;
        await pace.write(asEvent(row));
        seen = row.seq;
      }
    }
  }

  /** A wake in the middle of reading would otherwise be lost: the rows may have been read just before it. */
  async function nextRows(): Promise<readonly WebRow[]> {
    again = false;
    return pace.closed() ? [] : parts.history.after(parts.session, seen, PAGE);
  }

  async function read(): Promise<void> {
    if (reading) return;
    reading = true;
    try {
      do await readOn();
      while (again && !pace.closed());
    } catch (error) {
      // The page comes back by itself, and goes on after the last row that it has.
      parts.onFault(error);
      pace.cut();
    } finally {
      reading = false;
    }
  }

  sink.write('retry: 2000\n\n');
  return {
    wake() {
      again = true;
      void read();
    },
    beat: pace.beat,
    end(reason) {
      sink.write(`event: ${reason}\ndata:\n\n`);
      pace.cut();
    },
  };
}

function asEvent({ seq, activity }: WebRow): string {
  return `id: ${seq}\ndata: ${JSON.stringify(activity)}\n\n`;
}

/** Waits for a slow reader, and gives up on one that has stopped. */
function createPace(sink: EventSink) {
  let closed = false;
  let stalled = false;
  let goOn: (() => void) | null = null;
  const proceed = () => {
    stalled = false;
    goOn?.();
    goOn = null;
  };
  const cut = () => {
    closed = true;
    sink.close();
    proceed();
  };
  sink.onDrain(proceed);
  sink.onClose(() => {
    closed = true;
    proceed();
  });
  return {
    closed: () => closed,
    cut,
    /** Resolves when more may be written. */
    write(text: string): Promise<void> {
      const mayGoOn = sink.write(text);
      if (sink.buffered() > BUFFER_LIMIT) cut();
      if (mayGoOn || closed) return Promise.resolve();
      return new Promise((resolve) => {
        goOn = resolve;
      });
    },
    beat() {
      if (goOn === null) sink.write(': \n\n');
      else if (stalled) cut();
      else stalled = true;
    },
  };
}
