import type { StormCall, StormMessage } from './receiver.ts';

/** What the ledger comes to. */
export interface Verdict {
  readonly lost: number;
  readonly twice: number;
  readonly outOfOrder: number;
  readonly overlapped: number;
  readonly early: number;
  /** By how much the earliest came too soon, in milliseconds. */
  readonly earliestBy: number;
}

/** Compares what was committed with what the receiver has in its ledger. */
export function judge(committed: readonly StormMessage[], ledger: readonly StormCall[]): Verdict {
  const taken = ledger.filter(({ status }) => status === 201);
  const times = countBy(taken.map(nameOf));
  const early = ledger.filter(({ earlyBy }) => earlyBy > 0);
  return {
    lost: committed.filter((message) => !times.has(nameOf(message))).length,
    twice: [...times.values()].filter((count) => count > 1).length,
    outOfOrder: countOutOfOrder(ledger),
    overlapped: ledger.filter(({ overlapped }) => overlapped).length,
    early: early.length,
    earliestBy: Math.max(0, ...early.map(({ earlyBy }) => earlyBy)),
  };
}

/** Calls for a message whose predecessor had not been taken, or whose successor had been called for. */
function countOutOfOrder(ledger: readonly StormCall[]): number {
  const next = new Map<string, number>();
  let wrong = 0;
  for (const { queue, number, status } of ledger) {
    if (number !== (next.get(queue) ?? 1)) wrong++;
    else if (status === 201) next.set(queue, number + 1);
  }
  return wrong;
}

function nameOf({ queue, number }: StormMessage): string {
  return `${queue} ${number}`;
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
