/** Runs something once, so many milliseconds from now, unless the returned function is called before. */
export type After = (milliseconds: number, run: () => void) => () => void;

/** By the system's clock; doesn't keep the process alive. */
export const after: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds).unref();
  return () => clearTimeout(timer);
};
