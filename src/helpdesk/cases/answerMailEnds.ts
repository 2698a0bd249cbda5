import type { Decision, SystemAction } from './caseAction.ts';
import { type Deed, done, refused } from './deed.ts';

/** Why one wasn't mailed that was never tried: it isn't wanted any more, and another may be one day. */
export const CALLED_OFF = 'called-off';

/**
 * What became of the mail about an unread answer. One that failed is not tried anew, nor another one, until they have
 * been back: it may have arrived all the same. Where they are back by now, or it was told before, that changes nothing.
 */
export function answerMailEnds(deed: Deed, action: Extract<SystemAction, { do: 'mailed' | 'not-mailed' }>): Decision {
  const { mailing } = deed.current;
  const { entry } = action;
  if (mailing?.entry !== entry || mailing.failed !== null) return refused('no-change');
  switch (action.do) {
    case 'mailed':
      return done(deed, { mailedAt: deed.now, mailing: null }, { kind: 'mailed', entry });
    case 'not-mailed':
      return done(
        deed,
        { mailing: action.why === CALLED_OFF ? null : { entry, failed: action.why } },
        { kind: 'not-mailed', entry, why: action.why },
      );
  }
}
