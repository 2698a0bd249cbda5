import { cpuUsage } from 'node:process';

/** Longest that anything may hold the process up, in milliseconds. Source: docs/reliability.md, `block`. */
export const LONGEST = 250;

/** How long a text grows before it has its full length, in characters: what explodes is noticed while it is short. */
const SIZES = [24, 200, 2_000, 20_000];

/** The full length, in characters. */
export const FULL = 100_000;

/** A text of some length out of a piece, with an end that keeps a pattern from matching to it. */
export function repeated(piece: string, length: number): string {
  return `${piece.repeat(Math.ceil(length / piece.length))}\u0000!`;
}

/** A piece as it can be told apart in a line of output. */
export function shown(piece: string): string {
  return JSON.stringify(piece).replace(/[^ -~]/gu, (found) => `\\u{${found.codePointAt(0)?.toString(16)}}`);
}

/**
 * How long a function takes on a piece repeated to 100,000 characters, in milliseconds. Shorter texts come first: where
 * one takes too long already, the longer ones aren't tried. Slow ones are tried twice more, and the fastest counts,
 * since other programs can hold this one up.
 */
export function timeOn(work: (text: string) => unknown, piece: string): number {
  for (const size of SIZES) {
    const taken = fastest(work, repeated(piece, size));
    if (taken > LONGEST) return taken;
  }
  return fastest(work, repeated(piece, FULL));
}

function fastest(work: (text: string) => unknown, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && best > LONGEST / 5; tries += 1) {
    best = Math.min(
      best,
      once(() => work(text)),
    );
    if (best > 20 * LONGEST) return best;
  }
  return best;
}

/** By the clock, but no more than the process has had of the processor: the rest of the time others had it. */
function once(work: () => unknown): number {
  const before = cpuUsage();
  const startedAt = performance.now();
  work();
  const passed = performance.now() - startedAt;
  const { user, system } = cpuUsage(before);
  return Math.min(passed, (user + system) / 1000);
}
