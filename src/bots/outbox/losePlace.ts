import type { DeskPlace, DeskPlaces } from '../../helpdesk/desk/deskPlace.ts';
import type { DeliveryOutcome } from '../../helpdesk/outbox.ts';

/** How long to wait for a place to post in, in milliseconds: somebody has to say `desk here`. */
export const WITHOUT_A_PLACE = 15_000;

/** The bot was removed (403), or the conversation is gone (404, 410). */
const LOST: ReadonlySet<string> = new Set(['status-403', 'status-404', 'status-410']);

/** Whether nothing will ever be taken where that was the answer. */
export function isGone(why: string | undefined): boolean {
  return why !== undefined && LOST.has(why);
}

/** What a place refuses for good, it refuses for all cases: they wait until somebody says where the desk is. */
export async function losePlace(
  { places, now }: { readonly places: Pick<DeskPlaces, 'markLost'>; readonly now: () => Date },
  { key }: DeskPlace,
  { why = 'refused' }: Extract<DeliveryOutcome, { kind: 'refused' }>,
): Promise<DeliveryOutcome> {
  // Too large or malformed is the message's own fault.
  if (!isGone(why)) return { kind: 'refused', why };
  await places.markLost(key, why, now());
  return { kind: 'not-yet', afterMs: WITHOUT_A_PLACE };
}
