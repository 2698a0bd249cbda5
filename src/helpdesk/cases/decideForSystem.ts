import { answerMailEnds } from './answerMailEnds.ts';
import type { Case, LastAnswer } from './case.ts';
import type { Decision, SystemAction } from './caseAction.ts';
import type { CaseEvent } from './caseEntry.ts';
import type { DecisionSetting } from './decisionSetting.ts';
import { type Deed, done, refused } from './deed.ts';
import { handOverEnds } from './handOverEnds.ts';
import { tick } from './tick.ts';
import { unreadSince } from './unreadSince.ts';

/** What comes of something that nobody does: time has passed, or a channel has told what became of a message. */
export function decideForSystem(current: Case, action: SystemAction, setting: DecisionSetting): Decision {
  const deed: Deed = { current, by: { kind: 'system' }, setting, now: setting.at.toISOString() };
  switch (action.do) {
    case 'tick':
      return tick(deed);
    case 'shown':
      return shown(deed);
    case 'delivered':
      return delivered(deed, action.entry);
    case 'undelivered':
      return undelivered(deed, action);
    case 'mailed':
    case 'not-mailed':
    case 'call-off-mail':
      return answerMailEnds(deed, action);
    case 'handed-over':
    case 'not-handed-over':
      return handOverEnds(deed, action);
  }
}

/** Said once for each line that has it, and not of a case that is over. */
function shown(deed: Deed): Decision {
  const { status, isOnScreen } = deed.current;
  if (status === 'closed') return refused('closed');
  return isOnScreen ? refused('no-change') : done(deed, { isOnScreen: true }, { kind: 'on-screen' });
}

/** What becomes of an earlier answer is in the trail alone, but for that it waits to be read. */
function delivered(deed: Deed, entry: string): Decision {
  const { lastAnswer } = deed.current;
  if (entry === '') return refused('no-change');
  const event: CaseEvent = { kind: 'delivered', entry };
  if (lastAnswer === null) return done(deed, {}, event);
  if (lastAnswer.entry !== entry) {
    const isFirst = lastAnswer.readAt === null && unreadSince(lastAnswer) === null;
    return done(deed, isFirst ? { lastAnswer: { ...lastAnswer, unreadSince: deed.now } } : {}, event);
  }
  if (lastAnswer.deliveredAt !== null) return refused('no-change');
  return done(deed, { lastAnswer: { ...lastAnswer, deliveredAt: deed.now, failed: null } }, event);
}

/** `entry` is '' for a message that was no answer. */
function undelivered(deed: Deed, { entry, why, isFinal }: Extract<SystemAction, { do: 'undelivered' }>): Decision {
  const { lastAnswer, isUnreachable } = deed.current;
  const last = lastAnswer?.entry === entry ? lastAnswer : null;
  const isNews = entry !== '' && (last === null || isOpen(last));
  const events: CaseEvent[] = [
    ...(isNews ? [{ kind: 'not-delivered', entry, why } as const] : []),
    ...(isFinal && !isUnreachable ? [{ kind: 'unreachable' } as const] : []),
  ];
  if (events.length === 0) return refused('no-change');
  const failed = last && isOpen(last) ? { lastAnswer: { ...last, failed: why } } : {};
  return done(deed, { ...failed, isUnreachable: isUnreachable || isFinal }, ...events);
}

/** Nobody knows yet what became of it. */
function isOpen({ deliveredAt, failed }: LastAnswer): boolean {
  return deliveredAt === null && failed === null;
}
