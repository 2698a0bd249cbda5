import { asCoded } from '../errors.ts';
import type { After } from './after.ts';
import type { Deliver, Delivery, DeliveryOutcome } from './outbox.ts';

/**
 * Delivers a row, and stops waiting for it after so many milliseconds. What rejects and what takes longer is `unclear`;
 * what becomes of it later counts no more. Never rejects.
 */
export function deliverInTime(
  deliver: Deliver,
  row: Delivery,
  limit: { readonly withinMs: number; readonly after: After },
): Promise<DeliveryOutcome> {
  return new Promise((resolve) => {
    const cancel = limit.after(limit.withinMs, () => resolve({ kind: 'unclear', why: 'too-late' }));
    const end = (outcome: DeliveryOutcome): void => {
      cancel();
      resolve(outcome);
    };
    // In a promise from the start, so that what throws at once is caught as well.
    Promise.resolve(row)
      .then(deliver)
      .then(end, (error: unknown) => end({ kind: 'unclear', why: asCoded(error).code }));
  });
}
