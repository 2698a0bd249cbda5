import type { EventSink } from '../eventSink.ts';

/** Bytes that may wait for a reader: some thousand changes. One that is further behind is cut off, and asks anew. */
const BUFFER_LIMIT = 64 * 1024;

/** A case that has changed, and the revision that it has now. */
export interface Change {
  readonly case: string;
  readonly revision: number;
}

/** What one open page of the desk reads from. */
export interface DeskStream {
  /** Tells it of those changes that it hasn't been told of and that are its to hear. */
  tell(changes: readonly Change[]): void;
  /** Shows that the connection is alive; cuts off a reader that has taken nothing since the last time. */
  beat(): void;
  /** Tells the page that this stream ends for good, and ends it. */
  end(reason: 'displaced' | 'over'): void;
  /** Ends it without a word: the page comes back by itself. */
  cut(): void;
}

/** Tells one page of changes; of one case alone where `only` names it. */
export function createDeskStream(sink: EventSink, only: string | null): DeskStream {
  /** Those of the last look: looks overlap, and whatever is in none of two in a row can't come again. */
  let told: ReadonlySet<string> = new Set();
  let isBehind = false;
  let isStalled = false;
  const write = (text: string) => {
    if (!sink.write(text)) isBehind = true;
    if (sink.buffered() > BUFFER_LIMIT) sink.close();
  };
  sink.onDrain(() => {
    isBehind = false;
    isStalled = false;
  });
  sink.write('retry: 2000\n\n');
  return {
    tell(changes) {
      const own = changes.filter((change) => only === null || change.case === only);
      for (const { case: caseId, revision } of own.filter((change) => !told.has(keyOf(change)))) {
        write(`data: ${JSON.stringify({ case: caseId, revision })}\n\n`);
      }
      told = new Set(own.map(keyOf));
    },
    beat() {
      if (!isBehind) write(': \n\n');
      else if (isStalled) sink.close();
      else isStalled = true;
    },
    end(reason) {
      sink.write(`event: ${reason}\ndata:\n\n`);
      sink.close();
    },
    cut: () => sink.close(),
  };
}

function keyOf({ case: caseId, revision }: Change): string {
  return `${caseId} ${revision}`;
}
