import type { Requester } from '../../helpdesk/cases/case.ts';
import type { Turns } from '../../turn/runTurn.ts';
import type { TurnStore } from '../../turn/turnStore.ts';
import { listedIn, withListed } from './listed.ts';

export interface LeaveListParts {
  readonly store: Pick<TurnStore, 'load'>;
  readonly turns: Pick<Turns, 'runUnasked'>;
}

/**
 * A card has come unasked, below the list of their cases where that was the newest: from now on a number is no row of
 * it. Does nothing where there was no list. Throws as turns do.
 */
export async function leaveList(
  { store, turns }: LeaveListParts,
  { conversation, person }: Pick<Requester, 'conversation' | 'person'>,
): Promise<void> {
  const keys = { conversation, person, delivery: null };
  if (listedIn((await store.load(keys)).state).length === 0) return;
  await turns.runUnasked(
    keys,
    async ({ state }) => ({
      ...{ greeted: false, messages: [], outbox: [], cases: [], reply: null },
      state: state && withListed(state, []),
    }),
    async () => undefined,
  );
}
