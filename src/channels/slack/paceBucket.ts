/** How fast calls follow each other. */
export interface LanePace {
  /** For errors. */
  readonly method: string;
  /** Milliseconds between calls; 0 for as fast as they come. */
  readonly apart: number;
  /** How many may come at once. */
  readonly burst: number;
}

/** A token bucket that can be made to stand still: `tokenBuckets` doesn't know that. Times in milliseconds. */
export interface PaceBucket {
  /** How long until there is a token; 0 where there is one. */
  untilFree(): number;
  /** Takes one, be it there or not. */
  take(): void;
  /** There is none for so long. */
  standStill(milliseconds: number): void;
  isFull(): boolean;
}

/** A full one. `time`: in milliseconds. */
export function createPaceBucket({ apart, burst }: LanePace, time: () => number): PaceBucket {
  /** When it is full again: there is a token as long as that is less than `ahead` away. */
  let full = 0;
  const ahead = (burst - 1) * apart;
  return {
    untilFree: () => Math.max(0, full - ahead - time()),
    take() {
      full = Math.max(full, time()) + apart;
    },
    standStill(milliseconds) {
      full = Math.max(full, time() + milliseconds + ahead);
    },
    isFull: () => full <= time(),
  };
}
