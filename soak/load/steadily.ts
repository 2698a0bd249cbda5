/** What is done, and how often. */
export interface Steadily {
  readonly aSecond: number;
  /** How often altogether. */
  readonly times: number;
  /** Does the so-manieth, counted from 0. Nobody waits for it before the next one begins. */
  readonly act: (at: number) => Promise<void>;
  readonly say: (line: string) => void;
}

const TICK_MS = 20;

/** Does something so often a second, however long each takes. Resolves when all are over; rejects as soon as one does. */
export async function steadily({ aSecond, times, act, say }: Steadily): Promise<void> {
  const running = new Set<Promise<void>>();
  const startedAt = performance.now();
  let begun = 0;
  let minute = 1;
  let failure: { readonly error: unknown } | undefined;
  while (failure === undefined && begun < times) {
    const seconds = (performance.now() - startedAt) / 1000;
    for (; begun < Math.min(times, seconds * aSecond); begun++) {
      const one = act(begun)
        .catch((error: unknown) => {
          failure = { error };
        })
        .finally(() => running.delete(one));
      running.add(one);
    }
    if (seconds >= minute * 60) say(`after ${minute++} minutes ${begun} of ${times} begun`);
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  await Promise.all(running);
  if (failure) throw failure.error;
}
