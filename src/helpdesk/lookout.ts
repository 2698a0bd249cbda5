import type { After } from './after.ts';

/** Something that is looked after whenever it is woken, and from time to time by itself. */
export interface Lookout {
  /** Looks for the first time. */
  start(): void;
  /** Looks at once, or again if it is looking. Does nothing before the start and after the stop. */
  wake(): void;
  /** Resolves once no look is under way and none will follow. */
  stop(): Promise<void>;
}

/**
 * Never looks twice at once. `look` gives the milliseconds after which to look again if nobody wakes it before; it must
 * not reject.
 */
export function createLookout(look: () => Promise<number>, after: After): Lookout {
  let isOn = false;
  let isLooking = false;
  let wasWoken = false;
  let looked: Promise<void> = Promise.resolve();
  let cancel: () => void = () => undefined;

  const lookUntilQuiet = async (): Promise<void> => {
    let pause = 0;
    while (isOn && wasWoken) {
      wasWoken = false;
      pause = await look();
    }
    isLooking = false;
    if (isOn) cancel = after(pause, wake);
  };
  const wake = (): void => {
    wasWoken = true;
    if (!isOn || isLooking) return;
    isLooking = true;
    cancel();
    looked = lookUntilQuiet();
  };

  return {
    start() {
      isOn = true;
      wake();
    },
    wake,
    stop() {
      isOn = false;
      cancel();
      return looked;
    },
  };
}
