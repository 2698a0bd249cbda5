/** Lets everything else run until something is so; the test's own time limit ends it. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}

/** Resolves when every timer of a millisecond that was set before has fired: those of one length fire in their order. */
export function afterTimers(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
