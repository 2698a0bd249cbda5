import type { Deliver } from '../helpdesk/outbox.ts';
import { readDeliveryPayload } from './deliveryPayload.ts';
import type { Posting } from './outbox/posting.ts';
import { kindOf } from './outbox/rowPayload.ts';
import { outcomeOfFault } from './outcomeOfFault.ts';

/**
 * Delivers what the outbox keeps: by its kind, and a row without one as a message, a `DeliveryPayload`, posted through
 * the adapter of its channel and drawn as that adapter draws. Never rejects.
 */
export function createDeliver(posting: Posting, kinds: Readonly<Record<string, Deliver>> = {}): Deliver {
  const post = createPost(posting);
  return async (row) => {
    const kind = kindOf(row.payload);
    if (kind === null) return post(row);
    const deliver = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (deliver === undefined) return { kind: 'not-taken', why: 'no-such-kind' };
    try {
      return await deliver(row);
    } catch (fault) {
      return outcomeOfFault(fault);
    }
  };
}

/** Posts the message that a row carries, whatever else the row is about. Never rejects. */
export function createPost(posting: Posting): Deliver {
  return async (row) => {
    const payload = readDeliveryPayload(row.payload);
    if (payload === null) return { kind: 'refused', why: 'malformed' };
    return posting.post(payload, [payload], { ...row, case: caseOf(row.payload) });
  };
}

function caseOf(payload: object): string | null {
  return 'case' in payload && typeof payload.case === 'string' ? payload.case : null;
}
