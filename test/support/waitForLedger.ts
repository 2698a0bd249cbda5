/** What is waited for in a ledger that grows. */
export interface LedgerWait<Entry> {
  readonly ledger: readonly Entry[];
  /** Called whenever something has changed. */
  readonly waiting: Set<() => void>;
  readonly predicate: (ledger: readonly Entry[]) => boolean;
  /** In milliseconds. */
  readonly within: number;
  /** An entry in words, for whoever waited in vain. */
  readonly tell: (entry: Entry) => string;
}

/** Resolves as soon as the ledger satisfies the predicate; rejects after `within`, saying what came instead. */
export function waitForLedger<Entry>(wait: LedgerWait<Entry>): Promise<readonly Entry[]> {
  const { ledger, waiting, predicate, within, tell } = wait;
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      waiting.delete(look);
      settle();
    };
    const look = () => predicate(ledger) && end(() => resolve(ledger));
    const late = () => reject(new Error(`waited ${within} ms; calls so far:\n${ledger.map(tell).join('\n')}`));
    const timer = setTimeout(() => end(late), within);
    waiting.add(look);
    look();
  });
}
