import type { Move, Which } from './moves.ts';

/** A move that was made. */
export interface Made {
  readonly as: Move['as'];
  readonly who: Which;
  /** The deliveries that have to be answered, each once however often it came. */
  readonly ids: readonly string[];
  /** Of those, the ones whose answer said that something was done. */
  readonly done: readonly string[];
  /** It may change a case without being answered: the newest answer was reported as seen, or a file was sent. */
  readonly isQuiet: boolean;
}
