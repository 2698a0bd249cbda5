/** A part of a text: from one place up to, and without, another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A text that is looked at in windows, so that the whole takes time linear in it. */
export interface SpannedText {
  /** So many characters from there on. */
  window(from: number, length: number): string;
  /** Where the run of characters without white space ends that this place is in. */
  endOfRun(from: number): number;
  /** All that a pattern finds. It has to look at each character a bounded number of times. */
  all(pattern: RegExp): Span[];
  /** Whether a span begins in none of these, which are in their order; asked of spans in their order. */
  outside(spans: readonly Span[]): (span: Span) => boolean;
}

/** `looked` is told how many characters each look may see. */
export function spansText(text: string, looked: (characters: number) => void): SpannedText {
  let run: Span = { from: 0, to: 0 };
  const endOf = (from: number): number => {
    const space = /\s/g;
    space.lastIndex = from;
    const end = space.exec(text)?.index ?? text.length;
    looked(end - from);
    return end;
  };

  return {
    window(from, length) {
      looked(length);
      return text.slice(from, from + length);
    },
    endOfRun(from) {
      // A run is walked through once, however many labels are in it.
      if (from < run.from || from >= run.to) run = { from, to: endOf(from) };
      return run.to;
    },
    all(pattern) {
      looked(text.length);
      return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }));
    },
    outside(spans) {
      let next = 0;
      return ({ from }) => {
        while (next < spans.length && (spans[next]?.to ?? 0) <= from) next += 1;
        return !(next < spans.length && (spans[next]?.from ?? 0) <= from);
      };
    },
  };
}
