import { canSayStuck } from './canSayStuck.ts';
import type { LastAnswer } from './case.ts';
import type { Decision, PersonAction } from './caseAction.ts';
import { CASE_LIMITS } from './caseLimits.ts';
import { spokenTo } from './claimChanges.ts';
import { type Deed, done, refused } from './deed.ts';
import { backFromAway } from './unreadSince.ts';

/** Whom a person wants to hear, and what they have seen. */
export function personAttention(
  deed: Deed,
  action: Extract<PersonAction, { do: 'stuck' | 'hear' | 'read' }>,
): Decision {
  switch (action.do) {
    case 'stuck':
      return stuck(deed);
    case 'hear':
      return hear(deed, action.who);
    case 'read':
      return read(deed, action.entry);
  }
}

/** It is a word that the holder has to answer, too. */
function stuck(deed: Deed): Decision {
  const { current, setting, now } = deed;
  if (current.status === 'closed') return refused('closed');
  if (!canSayStuck(current, setting.at)) return refused('stuck-already');
  const isHeld = current.status === 'claimed' && current.claim !== null;
  const claim = isHeld ? { claim: spokenTo(current.claim, now) } : {};
  return done(deed, { ...claim, stuckAt: now }, { kind: 'stuck' });
}

function hear(deed: Deed, who: 'bot' | 'agent'): Decision {
  const { status, hears } = deed.current;
  if (status === 'closed') return refused('closed');
  if (hears === who) return refused('no-change');
  if (status === 'waiting') return refused('nobody-has-it');
  // Until they have said whether they are in, it is the bot that asks.
  if (status === 'solved') return refused('no-change');
  return done(deed, { hears: who }, { kind: 'talks-to', who });
}

/** What was read has arrived, whoever tells it first. */
function read(deed: Deed, entry: string): Decision {
  const { current, now } = deed;
  const { lastAnswer, mailedAt, mailing } = current;
  if (lastAnswer?.entry === entry) {
    if (lastAnswer.readAt !== null) return refused('no-change');
    const seen: LastAnswer = { ...lastAnswer, deliveredAt: lastAnswer.deliveredAt ?? now, failed: null, readAt: now };
    return done(deed, { lastAnswer: seen, mailedAt: null, mailing: null }, { kind: 'read', entry });
  }
  // An earlier one: they are back. An answer that is overdue by now is on their screen with it, and needs no mail.
  const isNews = mailedAt !== null || Boolean(mailing) || Boolean(lastAnswer?.unreadSince);
  const isBack = isNews && (lastAnswer === null || !isOverdue(lastAnswer, deed.setting.at));
  return isBack ? done(deed, backFromAway(current), { kind: 'read', entry }) : refused('no-change');
}

function isOverdue({ deliveredAt, readAt }: LastAnswer, at: Date): boolean {
  return deliveredAt !== null && readAt === null && at.getTime() >= Date.parse(deliveredAt) + CASE_LIMITS.unreadMs;
}
