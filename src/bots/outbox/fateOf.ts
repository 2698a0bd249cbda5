import type { DeliveryOutcome } from '../../helpdesk/outbox.ts';

/** What has become of a row for good; `why` is a code, null where it was delivered. */
export interface Fate {
  readonly why: string | null;
}

/** Null while it may still arrive. `isLast`: it isn't tried again. */
export function fateOf(outcome: DeliveryOutcome, isLast: boolean): Fate | null {
  switch (outcome.kind) {
    case 'delivered':
      return { why: null };
    case 'refused':
      return { why: outcome.why ?? 'refused' };
    case 'not-taken':
    case 'unclear':
      return isLast ? { why: outcome.why ?? outcome.kind } : null;
    case 'not-yet':
      return null;
  }
}
