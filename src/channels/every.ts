/** Runs something again and again, so many milliseconds apart, until the returned function is called. */
export type Every = (milliseconds: number, run: () => void) => () => void;

/** By the system's clock; doesn't keep the process alive. */
export const every: Every = (milliseconds, run) => {
  const timer = setInterval(run, milliseconds).unref();
  return () => clearInterval(timer);
};
