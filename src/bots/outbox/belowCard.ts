import { createHash } from 'node:crypto';
import type { Case } from '../../helpdesk/cases/case.ts';
import type { NewOutboxRow } from '../../helpdesk/outbox.ts';
import type { RowPayload } from './rowPayload.ts';
import type { TrailBefore } from './trailBefore.ts';

/** A message of a case in a place. */
export interface CardInPlace {
  /** The place's key. */
  readonly place: string;
  /** The message's id. */
  readonly root: string;
  /** What its thread begins with; the rest of the trail comes by rows of its own. */
  readonly told: TrailBefore;
  /** It went up for so manyth time in a row for what found no thread. */
  readonly renewals: number;
  /** What is said instead of a text that may be there already. */
  readonly again: (line: string) => string;
}

/** Rows with plain texts for the thread of a case's card, each under an id of its own: each text is there once. */
export function belowCard(
  { id, line, requester }: Case,
  { place, root, told: { from, since }, renewals, again }: CardInPlace,
  texts: readonly string[],
): NewOutboxRow[] {
  return texts.map((text) => ({
    id: `${id} ${place} ${root} ${createHash('sha256').update(text).digest('base64url')}`,
    queue: `desk:${id}`,
    person: requester.person,
    payload: {
      ...{ kind: 'thread', case: id, line, root, renewals, mentions: [] },
      ...{ since: since.toISOString(), ...(from !== undefined && { from }) },
      activity: { type: 'message', textFormat: 'plain', text },
      ifRepeated: { type: 'message', textFormat: 'plain', text: again(text.includes(id) ? text : `${id}: ${text}`) },
    } satisfies RowPayload,
  }));
}
