import type { Decision, SystemAction } from './caseAction.ts';
import { type Deed, done, refused } from './deed.ts';
import { isMailMoot } from './unreadSince.ts';

/**
 * What became of the mail about an unread answer. One that failed is not tried anew, nor another one, until they have
 * been back: it may have arrived all the same. Where they are back by now, or it was told before, that changes nothing.
 */
export function answerMailEnds(
  deed: Deed,
  action: Extract<SystemAction, { do: 'mailed' | 'not-mailed' | 'call-off-mail' }>,
): Decision {
  const { mailing } = deed.current;
  const { entry } = action;
  if (mailing?.entry !== entry || mailing.failed !== null) return refused('no-change');
  switch (action.do) {
    case 'mailed':
      return done(deed, { mailedAt: deed.now, mailing: null }, { kind: 'mailed', entry });
    case 'not-mailed':
      return failed(deed, entry, action.why);
    case 'call-off-mail':
      if (!isMailMoot(deed.current, action)) return refused('no-change');
      return action.mayHaveGoneOut
        ? failed(deed, entry, 'unclear')
        : done(deed, { mailing: null }, { kind: 'mail-called-off', entry });
  }
}

function failed(deed: Deed, entry: string, why: string): Decision {
  return done(deed, { mailing: { entry, failed: why } }, { kind: 'not-mailed', entry, why });
}
