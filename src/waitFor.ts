import { setTimeout } from 'node:timers/promises';

/** Waits so many milliseconds, or until `signal` is aborted; doesn't keep the process alive. Never rejects. */
export async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  await Promise.allSettled([setTimeout(ms, undefined, { signal, ref: false })]);
}
