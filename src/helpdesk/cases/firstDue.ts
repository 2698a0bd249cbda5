import type { Case, Claim, Urgency } from './case.ts';
import { CASE_LIMITS } from './caseLimits.ts';
import type { DeskRules } from './deskRules.ts';
import { isEndedByPerson } from './isEndedByPerson.ts';
import { unreadSince } from './unreadSince.ts';
import { urgencyDue } from './urgency.ts';

/** Something that time alone does to a case, and when. */
export type Due =
  /** Its holder is asked whether they are still on it; `until`: when the claim runs out. */
  | { readonly what: 'ask'; readonly at: Date; readonly until: Date }
  | { readonly what: 'expire'; readonly at: Date }
  /** `nth`: from 0. */
  | { readonly what: 'repeat'; readonly at: Date; readonly nth: number }
  | { readonly what: 'urgency'; readonly at: Date; readonly step: Urgency }
  | { readonly what: 'silence'; readonly at: Date }
  | { readonly what: 'mail'; readonly at: Date; readonly entry: string };

/** What time does to a case first, and when; null when nothing. */
export function firstDue(current: Case, rules: DeskRules): Due | null {
  const dues = [
    ...[claimDue(current, rules), repeatDue(current, rules), nearDue(current)],
    ...[silenceDue(current), mailDue(current, rules)],
  ];
  return dues.reduce<Due | null>(
    (first, each) => (first === null || (each !== null && each.at < first.at) ? each : first),
    null,
  );
}

/** A meeting comes whatever the desk's hours. */
function nearDue(current: Case): Due | null {
  const due = urgencyDue(current);
  return due && { what: 'urgency', ...due };
}

/** The clock stands still while it is the person's turn, and outside the desk's hours. */
function claimDue({ status, claim }: Case, rules: DeskRules): Due | null {
  if (status !== 'claimed' || claim === null || claim.waitsForPerson) return null;
  const until = after(claim, rules, rules.claimMinutes);
  if (until === null) return null;
  if (claim.isAsked) return { what: 'expire', at: until };
  const at = after(claim, rules, minutesToAsk(rules));
  return at && { what: 'ask', at, until };
}

function after({ activeAt }: Claim, { hours }: DeskRules, minutes: number): Date | null {
  return hours.afterOpenMinutes(new Date(activeAt), minutes);
}

/** Where claims are short, half of the time is left to answer in. */
function minutesToAsk({ claimMinutes }: DeskRules): number {
  return Math.max(claimMinutes - CASE_LIMITS.askMinutes, Math.ceil(claimMinutes / 2));
}

function repeatDue({ status, queuedAt, repeats }: Case, { hours }: DeskRules): Due | null {
  const minutes = CASE_LIMITS.repeatMinutes[repeats];
  if (status !== 'waiting' || minutes === undefined) return null;
  const at = hours.afterOpenMinutes(new Date(queuedAt), minutes);
  return at && { what: 'repeat', at, nth: repeats };
}

function silenceDue({ status, solved }: Case): Due | null {
  return status === 'solved' && solved
    ? { what: 'silence', at: later(solved.heardAt ?? solved.at, CASE_LIMITS.silenceMs) }
    : null;
}

/** A guest may have closed the page. Whoever has ended the case themselves was there. */
function mailDue(current: Case, { canMail }: DeskRules): Due | null {
  const { requester, lastAnswer, mailedAt, mailing, closed, isUnreachable } = current;
  const isToGuest = canMail && requester.channel === 'web' && requester.email !== null;
  const isGone = isUnreachable || (closed !== null && isEndedByPerson(closed.how));
  const since = unreadSince(lastAnswer);
  if (!isToGuest || isGone || mailedAt !== null || mailing || lastAnswer === null || since === null) return null;
  return { what: 'mail', at: later(since, CASE_LIMITS.unreadMs), entry: lastAnswer.entry };
}

function later(time: string, milliseconds: number): Date {
  return new Date(Date.parse(time) + milliseconds);
}
