import { randomUUID } from 'node:crypto';
import { createPersonalTurns, type PersonalTurns } from '../bots/personalTurns.ts';
import type { PersonalDesk } from '../bots/requests/personalDesk.ts';
import { en } from '../cards/text/en.ts';
import { caseDialogs } from '../dialogs/caseDialogs.ts';
import type { Pack } from '../knowledge/index.ts';
import type { Turns } from '../turn/runTurn.ts';
import type { Built } from './built.ts';

/** Private turns over the configured pack. */
export function buildPersonalTurns(
  { config, log, now, store }: Built,
  { turns, pack, desk }: { readonly turns: Turns; readonly pack: Pack; readonly desk: PersonalDesk },
): PersonalTurns {
  return createPersonalTurns({
    ...{ turns, store, pack, desk, now, log },
    dialogs: caseDialogs({ pack, texts: en, contact: config.helpdeskContact, newCardId: randomUUID }),
    deliversByWriting: (channelId) => channelId === 'web',
    isTakenAtCommit: (channelId) => channelId === 'slack',
    linkGiven: en.notices.linkGiven,
    refusals: { 'too-fast': en.notices.tooFast, 'too-many': en.notices.tooMany },
  });
}
