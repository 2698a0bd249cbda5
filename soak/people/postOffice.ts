import type { FakeConnector, LedgerEntry } from '../../test/support/fakeConnector.ts';
import { readCard, type ShownCard } from '../../test/support/readCard.ts';

/** Hands out what a connector got, by conversation, and keeps nothing twice: a run makes more than memory should hold. */
export interface PostOffice {
  /** What was newly posted there since it was last asked for, oldest first. Cards put in another’s place are not news. */
  take(conversation: string): readonly ShownCard[];
  /** Has everything that came looked at. */
  sort(): void;
}

/**
 * Sorts the ledger of a connector; whoever has an office must not clear or read the ledger. `look` is shown each call
 * once.
 */
export function createPostOffice(
  connector: FakeConnector,
  look: (entry: LedgerEntry) => void = () => undefined,
): PostOffice {
  const shelves = new Map<string, ShownCard[]>();

  const sort = () => {
    for (const entry of connector.ledger) {
      look(entry);
      const { operation, conversation, id, body } = entry;
      if ((operation !== 'send' && operation !== 'reply') || id === '') continue;
      const shelf = shelves.get(conversation) ?? [];
      shelves.set(conversation, shelf);
      shelf.push(readCard(body, id));
    }
    connector.clear();
  };

  return {
    sort,
    take(conversation) {
      sort();
      return shelves.get(conversation)?.splice(0) ?? [];
    },
  };
}
