import { createPaces } from '../../src/turn/pace.ts';

/** What turns need besides a store, where nobody is ever too fast, nobody waits, and no process is ended on purpose. */
export function unhurried(now: () => Date) {
  const rate = { burst: 1_000_000, perSecond: 1 };
  return {
    now,
    paces: createPaces(now, { person: rate, tenant: rate }),
    atStep: () => undefined,
    pause: async () => undefined,
  };
}
