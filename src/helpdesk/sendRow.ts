import type { Log } from '../log.ts';
import type { After } from './after.ts';
import { backOff } from './backOff.ts';
import { deliverInTime } from './deliverInTime.ts';
import type { DispatcherLimits } from './dispatcherLimits.ts';
import { type Held, keepLease } from './keepLease.ts';
import type { AtOutboxStep, Deliver, DeliveryOutcome, LeasedRow, OutboxStore, OutboxWatch } from './outbox.ts';
import type { QuietFaults } from './quietFaults.ts';

/** What sending needs. */
export interface Sending {
  readonly store: OutboxStore;
  readonly deliver: Deliver;
  /** How long after its commit a row is tried, in milliseconds; `Infinity` for what is never given up. */
  readonly patience: (row: LeasedRow) => number;
  readonly now: () => Date;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly after: After;
  readonly log: Log;
  readonly watch?: OutboxWatch;
  /** What happens at the named places; nothing but in a soak run. */
  readonly atStep?: AtOutboxStep;
  readonly limits: DispatcherLimits;
  readonly faults: QuietFaults;
}

/**
 * Sends a row and writes down how that ended. Its lease is renewed meanwhile; where that fails, it tries to for as long
 * as the lease runs: what was delivered and isn't written down is sent again. Throws `storage-failed`.
 */
export async function sendRow(sending: Sending, held: Held): Promise<void> {
  const { limits, now } = sending;
  // Also what ends this process each time it is sent comes to an end so.
  if (held.row.unheard >= limits.unheard) return giveUp(sending, held, 'given-up');
  // It took so long to get that it could run out before it is renewed.
  if (now().getTime() + limits.renewMs >= held.until.getTime()) return putBackUnsent(sending, held);
  const kept = keepLease(sending, held);
  try {
    await sendHeld(sending, kept);
  } finally {
    await kept.stop();
  }
}

async function sendHeld(sending: Sending, held: Held): Promise<void> {
  const { atStep, limits, watch } = sending;
  atStep?.('outbox-leased');
  const isLast = sending.now().getTime() - held.row.since.getTime() >= sending.patience(held.row);
  const within = { withinMs: limits.deliveryMs, after: sending.after };
  const outcome = await deliverInTime(sending.deliver, { ...held.row, isLast }, within);
  atStep?.('outbox-sent');
  watch?.attempted(outcome.kind);
  await settle(sending, { held, outcome, isLast });
  atStep?.('outbox-marked');
}

/** Nothing was sent of it, so it is no more of a repeat than before. Due again after so many milliseconds. */
export async function putBackUnsent(
  sending: Sending,
  held: Held,
  { afterMs = 0, isAbsent = false }: { readonly afterMs?: number; readonly isAbsent?: boolean } = {},
): Promise<void> {
  const mayBeRepeat = held.row.mayBeRepeat && !isAbsent;
  const next = { dueAt: new Date(sending.now().getTime() + afterMs), mayBeRepeat, isUnsent: true };
  await mark(sending, held, () => sending.store.putBack(held.row, next));
}

interface Sent {
  readonly held: Held;
  readonly outcome: DeliveryOutcome;
  readonly isLast: boolean;
}

async function settle(sending: Sending, { held, outcome, isLast }: Sent): Promise<void> {
  const { store, now } = sending;
  const { row } = held;
  switch (outcome.kind) {
    case 'delivered':
      await mark(sending, held, () => store.markDelivered(row, outcome.receipt, now()));
      return;
    case 'not-yet':
      return putBackUnsent(sending, held, outcome);
    case 'refused':
      return giveUp(sending, held, 'refused', outcome.why);
    case 'not-taken':
    case 'unclear':
      return isLast ? giveUp(sending, held, 'given-up', outcome.why) : putBack(sending, held, outcome);
  }
}

async function putBack(
  sending: Sending,
  held: Held,
  outcome: Extract<DeliveryOutcome, { kind: 'not-taken' | 'unclear' }>,
): Promise<void> {
  const { row } = held;
  const { kind, retryAfterMs, why } = outcome;
  const wait = backOff({ failure: row.failures + 1, retryAfterMs }, sending.random, sending.limits.backOff);
  // From now, not from when it is written: an answer that asked to wait has come by now.
  const dueAt = new Date(sending.now().getTime() + wait);
  sending.log.debug({ ...idsOf(row), code: why ?? kind, durationMs: wait }, 'a message waits in the outbox');
  const isStillRepeat = row.mayBeRepeat && !(kind === 'not-taken' && outcome.isAbsent);
  const next = { dueAt, mayBeRepeat: isStillRepeat || kind === 'unclear' };
  await mark(sending, held, () => sending.store.putBack(row, next));
}

async function giveUp(sending: Sending, held: Held, kind: 'refused' | 'given-up', why?: string): Promise<void> {
  const isOurs = await mark(sending, held, () => sending.store.bury(held.row, sending.now()));
  // Whose it is now will say so, if it comes to that.
  if (!isOurs) return;
  sending.watch?.died(kind);
  sending.log.error({ ...idsOf(held.row), code: why ?? kind }, SENTENCES[kind]);
}

const SENTENCES = {
  refused: 'a message was refused by its receiver and will never be delivered',
  'given-up': 'a message could not be delivered and is given up',
} as const;

/** Writes down how it ended, and says whether the row was still ours. */
async function mark(sending: Sending, held: Held, write: () => Promise<boolean>): Promise<boolean> {
  const isOurs = await whileLeased(sending, held, write);
  if (!isOurs) sending.log.warn(idsOf(held.row), 'a message of the outbox is another process’s by now, or erased');
  return isOurs;
}

async function whileLeased<T>(
  { now, after, limits, faults }: Sending,
  held: Held,
  write: () => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await write();
    } catch (fault) {
      if (now().getTime() + limits.faultMs >= held.until.getTime()) throw fault;
      faults.tell(fault);
    }
    await pause(after, limits.faultMs);
  }
}

function pause(after: After, milliseconds: number): Promise<void> {
  return new Promise((resolve) => void after(milliseconds, resolve));
}

function idsOf({ id, queue, attempt }: LeasedRow) {
  return { row: id, conversation: queue, attempt };
}
