/** Between two looks, in milliseconds. */
const LOOK_EVERY = 100;

/** Looks again and again until there is something to see; null when there was nothing for so many milliseconds. */
export async function until<T>(look: () => T | null, withinMs: number): Promise<T | null> {
  const end = Date.now() + withinMs;
  for (;;) {
    const seen = look();
    if (seen !== null || Date.now() >= end) return seen;
    await pause(LOOK_EVERY);
  }
}

/** Waits so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
