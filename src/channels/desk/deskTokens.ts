import { isSameSecret } from '../isSameSecret.ts';

/** The ways in to the whole desk. */
export interface DeskTokens {
  /** Whether this is one of them. One that is good for one time is used up by that. */
  use(given: string): boolean;
  /** Makes it good again: nothing has come of it. */
  giveBack(given: string): void;
}

/** `lasting` is the configured token, `once` the one that the start has printed; null where there is none. */
export function createDeskTokens(lasting: string | null, once: string | null): DeskTokens {
  let isUsed = false;
  const isIt = (given: string, token: string | null) => token !== null && isSameSecret(given, token);
  return {
    use(given) {
      // Both are compared in any case: how long it takes tells nothing.
      const [isLasting, isOnce] = [isIt(given, lasting), isIt(given, once)];
      if (isLasting) return true;
      if (!isOnce || isUsed) return false;
      isUsed = true;
      return true;
    },
    giveBack(given) {
      if (!isIt(given, lasting) && isIt(given, once)) isUsed = false;
    },
  };
}
