import { openEventStream } from '../../test/support/eventStream.ts';
import { readCard, type ShownCard } from '../../test/support/readCard.ts';
import type { Seat } from './seat.ts';

/** What a page needs. */
export interface PageParts {
  /** Where its stream goes when it is opened next. */
  readonly streamOrigin: () => Promise<string>;
  readonly cookie: () => string;
  /** Told what no page should see: a row that is missing, or comes twice; a text that stands there twice. */
  readonly onFlaw: (what: string) => void;
  /** Shown each row as it came, and its number. */
  readonly look?: (row: string, id: string) => void;
}

/** A page that is open. */
export interface Page extends Pick<Seat, 'news' | 'hasNews'> {
  /** So many cards have to come, of which some may have; with 0, those that came are none of them. */
  owe(cards: number): void;
  /** Rows that it has. */
  rows(): number;
  close(): void;
}

/** How long a page may be without its answer after the message was taken, in milliseconds. */
const SHOWN_WITHIN = 10_000;
/** Between two tries to open the stream, in milliseconds. */
const REOPEN = 200;

/** A page that comes back whenever its stream ends, after the last row that it has. */
export function openPage(parts: PageParts): Page {
  const came: ShownCard[] = [];
  const reader = rowReader(came, parts.onFlaw);
  let look: () => unknown = () => undefined;
  let owed = 0;
  /** Cards since none was owed. */
  let since = 0;
  const close = readOn(parts, {
    seen: reader.seen,
    take(row) {
      since += reader.take(row);
      look();
    },
  });
  const until = (isSo: () => boolean, within: number) =>
    new Promise<boolean>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        look = () => undefined;
        resolve(isSo());
      };
      const timer = setTimeout(end, within);
      look = () => isSo() && end();
      look();
    });

  return {
    async news() {
      await until(() => since >= owed, SHOWN_WITHIN);
      return came.splice(0);
    },
    hasNews: (within) => until(() => came.length > 0, within),
    owe(cards) {
      owed = cards;
      if (cards === 0) since = 0;
    },
    rows: reader.seen,
    close,
  };
}

interface Row {
  readonly id?: string | undefined;
  readonly data: string;
}

interface Rows {
  /** The number of the last. */
  seen(): number;
  take(row: Row): void;
}

/** Reads rows from one stream after another until it is closed, by the returned function. */
function readOn({ streamOrigin, cookie, look = () => undefined }: PageParts, rows: Rows): () => void {
  const closing = new AbortController();
  const read = async (): Promise<void> => {
    const url = `${await streamOrigin()}/web/events?after=${rows.seen()}`;
    const stream = await openEventStream(url, { cookie: cookie() });
    closing.signal.onabort = stream.close;
    while (!closing.signal.aborted) {
      const row = await stream.next();
      look(row.data, row.id ?? '');
      rows.take(row);
    }
  };
  const again = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      // However it ended, by a kill or by a line that broke: the next goes on where it was.
      await Promise.allSettled([read()]);
      await new Promise((resolve) => setTimeout(resolve, REOPEN));
    }
  };
  void again();
  return () => closing.abort();
}

/** Reads rows, and sees to it that each comes once and in its order; gives how many cards there are in each. */
function rowReader(came: ShownCard[], onFlaw: (what: string) => void) {
  const typed = new Set<string>();
  let seen = 0;
  return {
    seen: () => seen,
    take({ id = '', data }: Row): 0 | 1 {
      const seq = Number(id);
      if (seq !== seen + 1) onFlaw(`row ${seq} came after row ${seen}`);
      seen = seq;
      const activity = JSON.parse(data);
      if (activity.type !== 'message') return 0;
      if (activity.from?.role === 'bot') {
        came.push(readCard(activity, id));
        return 1;
      }
      const written = String(activity.channelData?.clientId);
      if (typed.has(written)) onFlaw('a typed text stands on the page twice');
      typed.add(written);
      return 0;
    },
  };
}
