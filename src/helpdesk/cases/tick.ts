import type { Decision } from './caseAction.ts';
import type { CaseEvent } from './caseEntry.ts';
import { CASE_LIMITS } from './caseLimits.ts';
import { ended, queued } from './claimChanges.ts';
import { type CaseChanges, type Deed, done, refused } from './deed.ts';
import { type Due, firstDue } from './firstDue.ts';

/**
 * Whatever is due by now happens, in the order of its time; after a pause that can be several things, of which a case is
 * repeated to the desk once, only the last is said of how near its meeting is, and nobody is asked whether they are still
 * on it who has lost it with that.
 */
export function tick(deed: Deed): Decision {
  const { setting } = deed;
  let changes: CaseChanges = {};
  let current = deed.current;
  let events: readonly CaseEvent[] = [];
  // Ends: nothing that time does gives a case back to somebody, and all it does to one that nobody has it does once.
  for (;;) {
    const due = firstDue(current, setting.rules);
    if (due === null || due.at > setting.at) break;
    const happened = happens({ ...deed, current }, due);
    changes = { ...changes, ...happened.changes };
    current = { ...current, ...happened.changes };
    const overtaken = OVERTAKES[due.what];
    events = [...events.filter(({ kind }) => kind !== overtaken), ...happened.events];
  }
  return events.length === 0 ? refused('no-change') : done(deed, changes, ...events);
}

/** What needs no saying any more once that happens at the same moment. */
const OVERTAKES: Partial<Record<Due['what'], CaseEvent['kind']>> = {
  repeat: 'repeated',
  urgency: 'urgency',
  expire: 'asked-still',
};

interface Happened {
  readonly changes: CaseChanges;
  readonly events: readonly CaseEvent[];
}

function happens({ current, now }: Deed, due: Due): Happened {
  const { claim } = current;
  switch (due.what) {
    case 'ask':
      return {
        changes: { claim: claim && { ...claim, isAsked: true } },
        events: [{ kind: 'asked-still', until: due.until.toISOString() }],
      };
    case 'expire':
      return { changes: queued(now), events: claim ? [{ kind: 'expired', from: claim.by }] : [] };
    case 'repeat':
      return {
        changes: { repeats: due.nth + 1 },
        events: [{ kind: 'repeated', minutes: CASE_LIMITS.repeatMinutes[due.nth] ?? 0 }],
      };
    case 'urgency':
      return { changes: { urgency: due.step }, events: [{ kind: 'urgency', step: due.step }] };
    case 'silence':
      return { changes: ended(current, now, 'silence'), events: [{ kind: 'closed', how: 'silence' }] };
    case 'mail':
      return {
        changes: { mailing: { entry: due.entry, failed: null } },
        events: [{ kind: 'mailing', entry: due.entry }],
      };
  }
}
