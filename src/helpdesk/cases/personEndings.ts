import { canReopen } from './canReopen.ts';
import type { Ending } from './case.ts';
import type { Decision, PersonAction } from './caseAction.ts';
import { claimedAgain, ended, queued } from './claimChanges.ts';
import { type Deed, done, refused } from './deed.ts';
import { howSolved } from './howSolved.ts';

/** What ends a case, or begins it again, by the person whose it is. */
export function personEndings(
  deed: Deed,
  action: Extract<PersonAction, { do: 'solve-self' | 'confirm' | 'withdraw' | 'reopen' }>,
): Decision {
  switch (action.do) {
    case 'solve-self':
      return end(deed, howSolved(deed.current));
    case 'confirm':
      return confirm(deed, action.isIn);
    case 'withdraw':
      return end(deed, 'withdrawn');
    case 'reopen':
      return reopen(deed);
  }
}

function end(deed: Deed, how: Ending): Decision {
  const { current, now } = deed;
  if (current.closed?.how === how) return refused('no-change');
  if (current.status === 'closed') return refused('closed');
  return done(deed, ended(current, now, how), { kind: 'closed', how });
}

function confirm(deed: Deed, isIn: boolean): Decision {
  const { status, closed } = deed.current;
  if (isIn && closed?.how === 'confirmed') return refused('no-change');
  if (status === 'closed') return refused('closed');
  if (status !== 'solved') return refused('not-solved');
  return isIn ? end(deed, 'confirmed') : begin(deed);
}

function reopen(deed: Deed): Decision {
  const { current, setting } = deed;
  if (current.status !== 'closed') return refused('not-closed');
  return canReopen(current, setting.at) ? begin(deed) : refused('too-old-to-reopen');
}

/** With whoever had it, who knows it already; else somebody has to take it first. */
function begin(deed: Deed): Decision {
  const { current, now } = deed;
  return done(deed, current.claim ? claimedAgain(current.claim, now) : queued(now), { kind: 'reopened' });
}
