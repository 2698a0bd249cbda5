import type { NewOutboxRow } from '../helpdesk/outbox.ts';
import type { TurnChanges } from './turnStore.ts';

/** What commits rows for the outbox and nothing else. Each goes in by its own id, so no version is asked. */
export function outboxAlone(outbox: readonly NewOutboxRow[], at: Date): TurnChanges {
  const keys = { conversation: 'outbox', delivery: null, person: '' };
  return { keys, version: 0, state: null, greeted: false, messages: [], cases: [], outbox, at };
}
