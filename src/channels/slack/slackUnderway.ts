/**
 * Does what was delivered, unless it is being done already: then waits for that. `taken` is called once it need not come
 * again, also for those that wait. Settles as what is done.
 */
export type WhileUnderway<T> = (
  delivery: string,
  taken: () => void,
  run: (taken: () => void) => Promise<T>,
) => Promise<T>;

interface Running<T> {
  readonly done: Promise<T>;
  isTaken: boolean;
  /** Those that wait for it to be taken. */
  readonly waiting: (() => void)[];
}

/**
 * Nothing is under way. Slack delivers again what is slow: a second turn would make what comes after it slower still, and
 * show the same card once more. What is over is left to the store, which knows each delivery.
 */
export function createUnderway<T>(): WhileUnderway<T> {
  const all = new Map<string, Running<T>>();
  return (delivery, taken, run) => {
    const earlier = all.get(delivery);
    if (earlier !== undefined) {
      if (earlier.isTaken) taken();
      else earlier.waiting.push(taken);
      return earlier.done;
    }
    const waiting = [taken];
    const take = () => {
      running.isTaken = true;
      for (const tell of waiting.splice(0)) tell();
    };
    // In a step of its own: what is done may be taken at once, before it is known as running.
    const done = Promise.resolve()
      .then(() => run(take))
      .finally(() => all.delete(delivery));
    const running: Running<T> = { done, isTaken: false, waiting };
    all.set(delivery, running);
    return done;
  };
}
