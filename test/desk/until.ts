/** How long to look, in milliseconds. */
const PATIENCE = 9_000;

/** Lets everything else run until something is there, and gives it. Fails with what it was waiting for. */
export async function until<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const found = await look();
    if (found !== null) return found;
    await new Promise(setImmediate);
  }
  throw new Error(`waited ${PATIENCE} ms for ${what}`);
}
