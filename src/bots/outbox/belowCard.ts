import { createHash } from 'node:crypto';
import type { Case } from '../../helpdesk/cases/case.ts';
import type { NewOutboxRow } from '../../helpdesk/outbox.ts';
import type { RowPayload } from './rowPayload.ts';

/** A message of a case in a place. */
export interface CardInPlace {
  /** The place's key. */
  readonly place: string;
  /** The message's id. */
  readonly root: string;
  /** It went up since another one was gone. */
  readonly isAgain?: boolean;
}

/** Rows with plain texts for the thread of a case's card, each under an id of its own: each text is there once. */
export function belowCard(
  { id, line, requester }: Case,
  { place, root, isAgain = false }: CardInPlace,
  texts: readonly string[],
): NewOutboxRow[] {
  return texts.map((text) => ({
    id: `${id} ${place} ${root} ${createHash('sha256').update(text).digest('base64url')}`,
    queue: `desk:${id}`,
    person: requester.person,
    payload: {
      ...{ kind: 'thread', case: id, line, root, mentions: [], ...(isAgain && { isAgain }) },
      activity: { type: 'message', textFormat: 'plain', text },
    } satisfies RowPayload,
  }));
}
