import { randomUUID } from 'node:crypto';
import { createPersonalTurns, type PersonalTurns } from '../bots/personalTurns.ts';
import { en } from '../cards/text/en.ts';
import { caseDialogs } from '../dialogs/caseDialogs.ts';
import { readPack } from '../readPack.ts';
import { createTurnStore } from '../storage/turnStore.ts';
import { createAnsweredDeliveries } from '../turn/answeredDeliveries.ts';
import { createTurns } from '../turn/runTurn.ts';
import type { TurnStore } from '../turn/turnStore.ts';
import type { Built } from './built.ts';

/** Private turns over the configured pack, on the storage. Throws `pack-invalid`. */
export async function buildPersonalTurns(built: Built): Promise<PersonalTurns> {
  const { config, log, now, lanes, paces, metrics, atStep = () => undefined } = built;
  const pack = await readPack(config.pack);
  return createPersonalTurns({
    turns: createTurns({
      ...{ lanes, paces, now, atStep },
      store: turnStore(built),
      answered: createAnsweredDeliveries(),
      onTurn: metrics.turn,
    }),
    dialogs: caseDialogs({ pack, texts: en, contact: config.helpdeskContact, newCardId: randomUUID }),
    pack,
    deliversByWriting: (channelId) => channelId === 'web',
    linkGiven: en.notices.linkGiven,
    refusals: { 'too-fast': en.notices.tooFast, 'too-many': en.notices.tooMany },
    log,
  });
}

/** The storage's turns; what they put into the outbox is looked for at once. */
function turnStore({ storage, log, wakeOutbox, amend = (changes) => changes }: Built): TurnStore {
  const store = createTurnStore(storage.db, {
    onCorrupt: ({ conversation }) => log.error({ code: 'state-unreadable', conversation }, 'a case begins anew'),
  });
  return {
    load: store.load,
    async commit(changes) {
      const amended = amend(changes);
      const outcome = await store.commit(amended);
      if (outcome === 'committed' && amended.outbox.length > 0) wakeOutbox();
      return outcome;
    },
  };
}
