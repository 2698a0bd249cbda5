import type { Decision, SystemAction } from './caseAction.ts';
import { ended } from './claimChanges.ts';
import { type Deed, done, refused } from './deed.ts';

/**
 * What became of the mail that hands a case to the next line. Once it was accepted, the case is over here. Where another
 * one is under way, or none any more, that changes nothing.
 */
export function handOverEnds(
  deed: Deed,
  action: Extract<SystemAction, { do: 'handed-over' | 'not-handed-over' }>,
): Decision {
  const { current, now } = deed;
  if (current.handingOver !== action.entry) return refused('no-change');
  switch (action.do) {
    case 'handed-over':
      return done(deed, ended(current, now, 'handed-over'), { kind: 'closed', how: 'handed-over' });
    case 'not-handed-over':
      return done(deed, { handingOver: null }, { kind: 'not-handed-over', why: action.why });
  }
}
