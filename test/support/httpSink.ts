import type { EventSink } from '../../src/channels/eventSink.ts';

/** A reader whose pace is in the test's hand. */
export interface HandSink extends EventSink {
  /** Everything written so far. */
  readonly written: readonly string[];
  /** From now on it takes nothing. */
  fill(): void;
  /** Takes everything again. */
  drain(): void;
  /** Resolves once so many texts have been written. */
  whenWritten(count: number): Promise<void>;
  isClosed(): boolean;
}

/** A sink that takes everything until it is told not to. */
export function handSink(): HandSink {
  const written: string[] = [];
  const drained: (() => void)[] = [];
  const closing: (() => void)[] = [];
  let waiting: { count: number; resolve: () => void }[] = [];
  let [full, closed, buffered] = [false, false, 0];
  const settle = () => {
    for (const { count, resolve } of waiting) if (written.length >= count) resolve();
    waiting = waiting.filter(({ count }) => written.length < count);
  };
  return {
    written,
    write(text) {
      if (closed) return false;
      written.push(text);
      if (full) buffered += text.length;
      settle();
      return !full;
    },
    buffered: () => buffered,
    onDrain: (run) => void drained.push(run),
    onClose: (run) => void closing.push(run),
    close() {
      if (closed) return;
      closed = true;
      for (const run of closing) run();
    },
    fill: () => {
      full = true;
    },
    drain() {
      full = false;
      buffered = 0;
      for (const run of drained) run();
    },
    whenWritten: (count) =>
      new Promise((resolve) => {
        waiting.push({ count, resolve });
        settle();
      }),
    isClosed: () => closed,
  };
}
