import type { NewOutboxRow } from '../../helpdesk/outbox.ts';
import { outboxAlone } from '../../turn/outboxAlone.ts';
import type { TurnStore } from '../../turn/turnStore.ts';
import type { OpenCasesPayload } from '../outbox/rowPayload.ts';

export interface LinkRenewalParts {
  readonly store: Pick<TurnStore, 'commit'>;
  readonly now: () => Date;
}

/**
 * How often all cards of open cases are looked at, in milliseconds. Of those, whatever is older than four hours is drawn
 * anew: so none has a link that is older than seven, of the eight hours for which it is good.
 */
const EVERY = 3 * 60 * 60_000;

const LINES = ['first', 'next'] as const;

/**
 * Keeps the links on the cards of open cases fresh, each time that it is called: once in three hours it has them looked
 * at, whichever process is the first to call. Throws `storage-failed`.
 */
export function createLinkRenewal({ store, now }: LinkRenewalParts): () => Promise<void> {
  let last: number | null = null;
  return async () => {
    const at = now();
    const nth = Math.floor(at.getTime() / EVERY);
    if (nth === last) return;
    // The same ids whoever is asked: none is taken twice.
    const outbox = LINES.map((line): NewOutboxRow => {
      const payload: OpenCasesPayload = { kind: 'open-cases', line, left: null };
      return { id: `links ${line} ${nth}`, queue: `desk-links:${line}`, person: null, payload };
    });
    await store.commit(outboxAlone(outbox, at));
    last = nth;
  };
}
