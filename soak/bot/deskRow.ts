import type { NewOutboxRow } from '../../src/helpdesk/outbox.ts';
import type { TurnChanges } from '../../src/turn/turnStore.ts';
import { BOT, TENANT } from '../../test/support/teamsActivity.ts';
import type { Desks } from './childSettings.ts';

/** What the desks’ conversations are called; a number follows. */
export const DESK = '19:desk-';

/** What a desk reads: which row it is, and which delivery it came from. */
export interface Effect {
  readonly row: string;
  readonly delivery: string;
}

/** Adds to a turn a row that tells a desk of it; a turn that no delivery began is left as it is. */
export function withDeskRow(changes: TurnChanges, { serviceUrl, count }: Desks, id: string): TurnChanges {
  const { delivery, person } = changes.keys;
  if (delivery === null) return changes;
  const desk = `${DESK}${sumOf(person) % count}@thread.tacv2`;
  const effect: Effect = { row: id, delivery };
  const reference = {
    channelId: 'msteams',
    serviceUrl,
    bot: BOT,
    conversation: { id: desk, conversationType: 'channel', isGroup: true, tenantId: TENANT, name: '' },
  };
  const activity = { type: 'message', text: JSON.stringify(effect) };
  const row: NewOutboxRow = { id, queue: desk, person, payload: { channel: 'msteams', reference, activity } };
  return { ...changes, outbox: [...changes.outbox, row] };
}

function sumOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
}
