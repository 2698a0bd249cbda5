import type { Case } from './case.ts';
import type { Decision } from './caseAction.ts';
import type { CaseEvent } from './caseEntry.ts';
import type { DecisionSetting } from './decisionSetting.ts';
import { type CaseChanges, type Deed, done, refused } from './deed.ts';
import { backFromAway } from './unreadSince.ts';

/**
 * Whoever does something on the page has it before them, and with it the newest answer: it is read, and another mail may go out
 * one day. Elsewhere nobody tells what was read.
 */
export function backAtThePage({ current, now }: Deed): { readonly changes: CaseChanges; readonly events: CaseEvent[] } {
  const { requester, lastAnswer } = current;
  if (requester.channel !== 'web') return { changes: {}, events: [] };
  const isUnread = lastAnswer !== null && lastAnswer.deliveredAt !== null && lastAnswer.readAt === null;
  if (!isUnread) return { changes: backFromAway(current), events: [] };
  return {
    changes: { mailedAt: null, mailing: null, lastAnswer: { ...lastAnswer, readAt: now } },
    events: [{ kind: 'read', entry: lastAnswer.entry }],
  };
}

/** Somebody has done something on the page that changes nothing about their case, such as what is refused: they are back. */
export function isAtThePage(current: Case, setting: DecisionSetting): Decision {
  const deed: Deed = { current, by: { kind: 'person' }, setting, now: setting.at.toISOString() };
  const { changes, events } = backAtThePage(deed);
  return events.length === 0 ? refused('no-change') : done(deed, changes, ...events);
}
