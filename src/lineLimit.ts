/** Runs something once, after so many milliseconds. */
export type Later = (milliseconds: number, run: () => void) => void;

/** What counting lines takes. */
export interface LineLimitParts {
  readonly now: () => Date;
  readonly later: Later;
}

/** Holds back lines of the same kind that come in floods. */
export interface LineLimit {
  /**
   * Whether another line of this kind may be written. Of each kind ten are, in a minute that begins with the first;
   * `summarise` is called once at the end of that minute, with how many were not, if any.
   */
  admit(kind: string, summarise: (suppressed: number) => void): boolean;
  /** How many lines were held back so far. */
  suppressed(): number;
}

/** Enough to see what is going on, too few to fill a disk. */
const LINES = 10;
const MINUTE = 60_000;

/** Kinds told apart at a time. There are a few dozen; if they were ever made from input, the rest would be one kind. */
const KINDS = 200;
const ALL_OTHERS = '';

interface Window {
  readonly startedAt: number;
  lines: number;
  suppressed: number;
}

/** A limit that has seen nothing yet. */
export function createLineLimit({ now, later }: LineLimitParts): LineLimit {
  const windows = new Map<string, Window>();
  let suppressed = 0;

  const windowOf = (kind: string, at: number): Window => {
    const known = windows.get(kind);
    if (known !== undefined && !isOver(known, at)) return known;
    const opened = { startedAt: at, lines: 0, suppressed: 0 };
    windows.set(kind, opened);
    return opened;
  };
  const toldApart = (kind: string, at: number): string => {
    if (windows.has(kind) || windows.size < KINDS) return kind;
    for (const [each, window] of windows) if (isOver(window, at)) windows.delete(each);
    return windows.size < KINDS ? kind : ALL_OTHERS;
  };

  return {
    admit(kind, summarise) {
      const at = now().getTime();
      const window = windowOf(toldApart(kind, at), at);
      window.lines += 1;
      if (window.lines <= LINES) return true;
      suppressed += 1;
      window.suppressed += 1;
      if (window.suppressed === 1) later(window.startedAt + MINUTE - at, () => summarise(window.suppressed));
      return false;
    },
    suppressed: () => suppressed,
  };
}

/** A clock that was set back begins anew rather than holding lines back for long. */
function isOver({ startedAt }: Window, at: number): boolean {
  return at - startedAt >= MINUTE || at < startedAt;
}
