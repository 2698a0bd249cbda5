import type { Agent, Case, Claim, Ending } from './case.ts';
import type { CaseChanges } from './deed.ts';

/** Somebody has it, from now on. */
export function claimedBy(agent: Agent, now: string) {
  const claim: Claim = { by: agent, since: now, activeAt: now, renewals: 0, isAsked: false, waitsForPerson: false };
  return { ...OPEN, status: 'claimed', claim, hears: 'agent' } as const;
}

/** Whoever had it has it again. */
export function claimedAgain(claim: Claim, now: string) {
  return { ...OPEN, status: 'claimed', claim: active(claim, now, false), hears: 'agent' } as const;
}

/** Nobody has it, and it waits for somebody. */
export function queued(now: string) {
  return { ...OPEN, status: 'waiting', claim: null, hears: 'bot', queuedAt: now, repeats: 0 } as const;
}

/** It is over. Who had it is kept, so that whoever reopens it finds them again. */
export function ended({ claim }: Case, now: string, how: Ending): CaseChanges {
  const over = { status: 'closed', closed: { at: now, how }, hears: 'bot', handingOver: null } as const;
  return { ...over, claim: claim && resting(claim) };
}

/** Something was heard of its holder, so its clock begins anew; `waits`: it stands still until the person says something. */
export function active(claim: Claim, now: string, waits: boolean = claim.waitsForPerson): Claim {
  return { ...claim, activeAt: now, renewals: 0, isAsked: false, waitsForPerson: waits };
}

/**
 * The person has said something. It is the first unanswered word that the holder's time counts from: more of them
 * don't hold a case for somebody who isn't there.
 */
export function spokenTo(claim: Claim, now: string): Claim {
  return claim.waitsForPerson ? active(claim, now, false) : claim;
}

/** Nothing is expected of its holder any more. */
export function resting(claim: Claim): Claim {
  return { ...claim, isAsked: false, waitsForPerson: false };
}

const OPEN = { solved: null, closed: null } as const;
