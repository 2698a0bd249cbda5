import { after as bySystem } from '../helpdesk/after.ts';
import { createCaseClock } from '../helpdesk/cases/caseClock.ts';
import { decideForSystem } from '../helpdesk/cases/decideForSystem.ts';
import type { Lookout } from '../helpdesk/lookout.ts';
import type { Built } from './built.ts';
import type { Desk } from './desk.ts';

/** What makes time pass for cases. */
export function buildCaseClock({ now, log, after = bySystem }: Built, { stores, turns, setting }: Desk): Lookout {
  return createCaseClock({
    cases: stores.cases,
    async tick(id) {
      await turns.runUnasked({ case: id, delivery: null }, (current) =>
        decideForSystem(current, { do: 'tick' }, setting()),
      );
    },
    ...{ now, after, log },
  });
}
