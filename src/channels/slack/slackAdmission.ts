import type { SlackPayload } from './payloadOf.ts';
import type { SignatureFault } from './verifySignature.ts';

/** Why something was turned away, for the log. `clock`: it is old, or one of the two clocks is wrong. */
export type SlackRefusal = SignatureFault | 'malformed' | 'team';

/** 400: can't be read. 401: who are you? 403: you may not. */
export type SlackAdmission =
  | { readonly kind: 'admitted'; readonly payload: SlackPayload }
  | { readonly kind: 'refused'; readonly status: 400 | 401 | 403; readonly reason: SlackRefusal };

const STATUS = {
  'signature-missing': 401,
  'signature-malformed': 401,
  clock: 401,
  signature: 401,
  malformed: 400,
  team: 403,
} as const satisfies Readonly<Record<SlackRefusal, number>>;

/** A request turned away. */
export function refused(reason: SlackRefusal): Extract<SlackAdmission, { kind: 'refused' }> {
  return { kind: 'refused', status: STATUS[reason], reason };
}
