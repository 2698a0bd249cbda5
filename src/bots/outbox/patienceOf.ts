import type { LeasedRow } from '../../helpdesk/outbox.ts';
import { kindOf, type RowPayload } from './rowPayload.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Long enough for most faults of a channel to be over; whatever it said, it has been overtaken by then. */
const DAY = 24 * HOUR;

/** How long each kind of row is tried, in milliseconds. */
const PATIENCE: Readonly<Record<RowPayload['kind'], number>> = {
  // A case that is given up is one that nobody sees.
  'case-card': Number.POSITIVE_INFINITY,
  thread: Number.POSITIVE_INFINITY,
  'open-cases': Number.POSITIVE_INFINITY,
  // It does nothing by then but look as if it did.
  'old-card': DAY,
  person: DAY,
  'answer-mail': DAY,
  // Until then its case is with those who handed it on, who take it for being with others.
  'escalation-mail': HOUR,
  // Somebody waits to hear what has become of theirs, and can send it again.
  'fetch-file': 10 * MINUTE,
  'loose-files': DAY,
};

/** How long after its commit a row is tried before it is given up, in milliseconds. */
export function patienceOf({ payload }: Pick<LeasedRow, 'payload'>): number {
  const kind = kindOf(payload);
  return kind !== null && Object.hasOwn(PATIENCE, kind) ? PATIENCE[kind as RowPayload['kind']] : DAY;
}
