import { createLinkRenewal } from '../bots/desk/renewLinks.ts';
import { after as bySystem } from '../helpdesk/after.ts';
import { createCaseClock } from '../helpdesk/cases/caseClock.ts';
import { decideForSystem } from '../helpdesk/cases/decideForSystem.ts';
import { nextDue } from '../helpdesk/cases/nextDue.ts';
import type { Lookout } from '../helpdesk/lookout.ts';
import type { Built } from './built.ts';
import type { Desk } from './desk.ts';
import { hasDeskChannel } from './hasDeskChannel.ts';

/** How many open cases of a line are looked at when the bot starts. */
const OPEN_AT_MOST = 5_000;

/** What makes time pass for cases. */
export function buildCaseClock(
  { config, store, now, log, after = bySystem }: Built,
  { stores, turns, setting }: Desk,
): Lookout {
  const { cases } = stores;
  return createCaseClock({
    cases,
    // Only cards in a channel have links.
    freshen: config.publicUrl && hasDeskChannel(config) ? createLinkRenewal({ store, now }) : async () => undefined,
    async tick(id) {
      const result = await turns.runUnasked({ case: id, delivery: null }, (current) =>
        decideForSystem(current, { do: 'tick' }, setting()),
      );
      // One that can't be read is nobody's to look after; what isn't due after all, by other rules, is due later.
      if (result.kind === 'gone') await cases.reschedule(id, null, null);
      if (result.kind !== 'decided' || result.decision.kind === 'done') return;
      await cases.reschedule(id, result.current.revision, nextDue(result.current, setting().rules));
    },
    ...{ now, after, log },
  });
}

/** Hours, mail and the like may have been set otherwise since the last start: what is due follows from them. */
export async function rescheduleCases({ stores, rules }: Desk): Promise<void> {
  for (const line of ['first', 'next'] as const) {
    for (const current of await stores.cases.open(line, OPEN_AT_MOST)) {
      await stores.cases.reschedule(current.id, current.revision, nextDue(current, rules));
    }
  }
}
