import type { Agent } from './case.ts';
import type { AgentAction, Decision } from './caseAction.ts';
import { active, claimedBy, queued } from './claimChanges.ts';
import { type AgentDeed, done, refused } from './deed.ts';
import { isHeldOut } from './isHeldOut.ts';

/** Who has a case. */
export function agentClaims(
  deed: AgentDeed,
  action: Extract<AgentAction, { do: 'claim' | 'assign' | 'release' | 'still' }>,
): Decision {
  if (deed.current.status === 'closed') return refused('closed');
  switch (action.do) {
    case 'claim':
      return claim(deed);
    case 'assign':
      return assign(deed, action.to);
    case 'release':
      return release(deed);
    case 'still':
      return still(deed);
  }
}

function claim(deed: AgentDeed): Decision {
  const { current, agent, now } = deed;
  if (current.status === 'solved') return refused('solved');
  if (current.claim) return held(current.claim.by, agent);
  return done(deed, claimedBy(agent, now), { kind: 'claimed' });
}

/** Anybody may, to anybody: whoever has it can be ill. Taking what nobody has for oneself is a claim. */
function assign(deed: AgentDeed, to: Agent): Decision {
  const { current, agent, now } = deed;
  const { status, claim: before, hears } = current;
  if (before === null) {
    return to.id === agent.id ? claim(deed) : done(deed, claimedBy(to, now), { kind: 'assigned', to });
  }
  if (status === 'solved') return refused('solved');
  if (before.by.id === to.id) return held(before.by, agent);
  const next = claimedBy(to, now);
  const handed = { ...next.claim, waitsForPerson: before.waitsForPerson };
  return done(deed, { ...next, claim: handed, hears }, { kind: 'assigned', to });
}

function held(holder: Agent, agent: Agent): Decision {
  return holder.id === agent.id ? refused('already-yours') : refused('taken', holder);
}

function release(deed: AgentDeed): Decision {
  const { current, agent, now } = deed;
  if (current.claim === null) return refused('nobody-has-it');
  // Before whose it is: nobody can have it assigned to them then.
  if (current.status === 'solved') return refused('solved');
  if (current.claim.by.id !== agent.id) return refused('not-yours', current.claim.by);
  return done(deed, queued(now), { kind: 'released' });
}

function still(deed: AgentDeed): Decision {
  const { current, agent, now } = deed;
  const mine = current.claim;
  if (mine === null) return refused('nobody-has-it');
  if (current.status === 'solved') return refused('solved');
  if (mine.by.id !== agent.id) return refused('not-yours', mine.by);
  if (!mine.isAsked) return refused('no-change');
  if (isHeldOut(current)) return refused('renewals-used-up');
  return done(deed, { claim: { ...active(mine, now), renewals: mine.renewals + 1 } }, { kind: 'still-on-it' });
}
