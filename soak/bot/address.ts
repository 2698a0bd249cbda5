/** Where a bot can be reached, between whose lives there is nowhere. */
export interface Address {
  /** Where it is; while it is nowhere, waits for its next life, as a channel keeps what it can’t deliver. */
  get(): Promise<string>;
  set(origin: string | null): void;
}

/** Nowhere yet. */
export function createAddress(): Address {
  let arrive: (origin: string) => void = () => undefined;
  const nowhere = () =>
    new Promise<string>((resolve) => {
      arrive = resolve;
    });
  let current = nowhere();
  return {
    get: () => current,
    set(origin) {
      if (origin === null) current = nowhere();
      else {
        arrive(origin);
        current = Promise.resolve(origin);
      }
    },
  };
}
