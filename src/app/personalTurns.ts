import { randomUUID } from 'node:crypto';
import { createPersonalTurns, type PersonalTurns } from '../bots/personalTurns.ts';
import { en } from '../cards/text/en.ts';
import { caseDialogs } from '../dialogs/caseDialogs.ts';
import { readPack } from '../readPack.ts';
import { createAnsweredDeliveries } from '../turn/answeredDeliveries.ts';
import { createTurns } from '../turn/runTurn.ts';
import type { Built } from './built.ts';

/** Private turns over the configured pack, on the storage. Throws `pack-invalid`. */
export async function buildPersonalTurns(built: Built): Promise<PersonalTurns> {
  const { config, log, now, lanes, paces, metrics, store, atStep = () => undefined } = built;
  const pack = await readPack(config.pack);
  return createPersonalTurns({
    turns: createTurns({
      ...{ store, lanes, paces, now, atStep },
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
