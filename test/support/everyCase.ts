import type { Agent, Case, Claim } from '../../src/helpdesk/cases/case.ts';
import type { Actor, CaseEntry, CaseEvent } from '../../src/helpdesk/cases/caseEntry.ts';
import { sampleCase } from './sampleCase.ts';

const AT = '2026-03-02T13:02:00.000Z';

/** Somebody at the desk with that name. */
export function agentNamed(name: string): Agent {
  return { id: 'page:ana', name, via: 'page' };
}

/** A case in every state that it can be in, with `typed` wherever a person's words stand. */
export function caseStates(typed: string): Readonly<Record<string, Case>> {
  const claim: Claim = {
    by: agentNamed(typed),
    since: AT,
    activeAt: AT,
    renewals: 0,
    isAsked: false,
    waitsForPerson: false,
  };
  const waiting = sampleCase({
    requester: { ...sampleCase().requester, name: typed, tenant: typed, email: 'luis@example.com' },
    text: typed,
    added: [typed, typed],
    files: [typed, 'screen.png'],
    draft: {
      ...sampleCase().draft,
      outcomes: { 'client/windows-update': 'still-broken', 'client/reinstall': 'cannot' },
    },
  });
  const claimed: Case = { ...waiting, status: 'claimed', hears: 'agent', claim };
  const solved: Case = {
    ...claimed,
    status: 'solved',
    hears: 'bot',
    solved: { at: AT, cause: 'client-issue' },
  };
  const ended = (how: NonNullable<Case['closed']>['how'], at = AT): Case => ({
    ...solved,
    status: 'closed',
    closed: { at, how },
  });
  const last = { entry: 'e1', at: AT, deliveredAt: AT, failed: null, readAt: null };
  return {
    waiting,
    'waiting on the screen': { ...waiting, isOnScreen: true, stuckAt: AT },
    'waiting, urgent': { ...waiting, startsAt: '2026-03-02T13:05:00.000Z' },
    'waiting, soon': { ...waiting, startsAt: '2026-03-02T13:45:00.000Z' },
    'waiting, in Teams': { ...waiting, requester: { ...waiting.requester, channel: 'teams', isGuest: false } },
    'waiting, with nothing said': sampleCase({
      text: '',
      draft: { ...sampleCase().draft, answers: {}, fixing: false, platform: 'other' },
    }),
    'waiting, of a pack unknown here': { ...waiting, draft: { ...waiting.draft, pack: 'other', version: '9.9.9' } },
    claimed,
    'claimed, talks to the bot': { ...claimed, hears: 'bot' },
    'claimed, on its way': { ...claimed, lastAnswer: { ...last, deliveredAt: null } },
    'claimed, not read': { ...claimed, lastAnswer: last, claim: { ...claim, waitsForPerson: true } },
    'claimed, mailed': { ...claimed, lastAnswer: last, mailedAt: AT },
    'claimed, not mailed': { ...claimed, lastAnswer: last, mailing: { entry: 'e1', failed: 'smtp-550' } },
    'claimed, read': { ...claimed, lastAnswer: { ...last, readAt: AT } },
    'claimed, not delivered': {
      ...claimed,
      lastAnswer: { ...last, deliveredAt: null, failed: 'status-403' },
      isUnreachable: true,
    },
    'claimed, on its way to the next line': { ...claimed, handingOver: 'e2' },
    'claimed, of the next line': { ...claimed, line: 'next' },
    'claimed, for an admin': {
      ...claimed,
      draft: {
        ...claimed.draft,
        answers: { users: 'multiple', location: 'outside', computers: 'multiple' },
        branches: { 'federation/join-kind': 'anonymous' },
        wayIn: 'no-luck',
      },
    },
    solved,
    closed: ended('confirmed'),
    'closed by silence': ended('silence'),
    withdrawn: ended('withdrawn'),
    'self-solved': { ...ended('self-solved'), solved: null, claim: null },
    'handed over': { ...ended('handed-over'), solved: null },
    'closed long ago': ended('confirmed', '2026-01-02T13:00:00.000Z'),
  };
}

const PERSON: Actor = { kind: 'person' };
const SYSTEM: Actor = { kind: 'system' };

/** An entry of every kind, by everybody who can be the one, with `typed` as every name and text. */
export function everyEntry(typed: string): CaseEntry[] {
  const agent: Actor = { kind: 'agent', agent: agentNamed(typed) };
  const file = { id: 'f1', name: typed, type: 'image/png', size: 1_024 } as const;
  const happened: readonly (readonly [Actor, CaseEvent])[] = [
    [PERSON, { kind: 'opened' }],
    [PERSON, { kind: 'added', text: typed }],
    [PERSON, { kind: 'message', text: typed }],
    [PERSON, { kind: 'file-in', file }],
    [PERSON, { kind: 'step', step: 'client/windows-update', outcome: 'still-broken' }],
    [PERSON, { kind: 'way-in', outcome: 'no-luck' }],
    [PERSON, { kind: 'answers-changed' }],
    [agent, { kind: 'claimed' }],
    [agent, { kind: 'assigned', to: agentNamed(typed) }],
    [agent, { kind: 'released' }],
    [SYSTEM, { kind: 'expired', from: agentNamed(typed) }],
    [SYSTEM, { kind: 'asked-still', until: '2026-03-02T13:35:00.000Z' }],
    [agent, { kind: 'still-on-it' }],
    [agent, { kind: 'reply', text: typed }],
    [agent, { kind: 'question', text: typed }],
    [agent, { kind: 'file-out', file }],
    [agent, { kind: 'note', text: typed }],
    [agent, { kind: 'calling' }],
    [agent, { kind: 'diagnosed' }],
    [agent, { kind: 'solved', cause: 'client-issue' }],
    [agent, { kind: 'reopened' }],
    [PERSON, { kind: 'reopened' }],
    [agent, { kind: 'escalated', to: 'desk' }],
    [agent, { kind: 'escalated', to: 'mail' }],
    [PERSON, { kind: 'closed', how: 'confirmed' }],
    [SYSTEM, { kind: 'closed', how: 'silence' }],
    [PERSON, { kind: 'closed', how: 'withdrawn' }],
    [PERSON, { kind: 'closed', how: 'self-solved' }],
    [SYSTEM, { kind: 'closed', how: 'handed-over' }],
    [SYSTEM, { kind: 'not-handed-over', why: 'smtp-550' }],
    [PERSON, { kind: 'stuck' }],
    [SYSTEM, { kind: 'repeated', minutes: 15 }],
    [SYSTEM, { kind: 'urgency', step: 'soon' }],
    [SYSTEM, { kind: 'urgency', step: 'now' }],
    [SYSTEM, { kind: 'urgency', step: 'over' }],
    [PERSON, { kind: 'talks-to', who: 'bot' }],
    [PERSON, { kind: 'talks-to', who: 'agent' }],
    [SYSTEM, { kind: 'on-screen' }],
    [SYSTEM, { kind: 'delivered', entry: 'e1' }],
    [SYSTEM, { kind: 'not-delivered', entry: 'e1', why: 'status-403' }],
    [PERSON, { kind: 'read', entry: 'e1' }],
    [SYSTEM, { kind: 'mailing', entry: 'e1' }],
    [SYSTEM, { kind: 'mailed', entry: 'e1' }],
    [SYSTEM, { kind: 'not-mailed', entry: 'e1', why: 'smtp-550' }],
    [SYSTEM, { kind: 'mail-called-off', entry: 'e1' }],
    [SYSTEM, { kind: 'unreachable' }],
  ];
  return happened.map(([by, event], index) => ({ id: `e${index}`, case: 'UN-7K3Q-M2', at: AT, by, event }));
}

/** The state that a case is in after something has happened to it. */
const AFTER: Partial<Record<CaseEvent['kind'], string>> = {
  opened: 'waiting',
  added: 'waiting',
  released: 'waiting',
  expired: 'waiting',
  escalated: 'waiting',
  repeated: 'waiting',
  'on-screen': 'waiting on the screen',
  solved: 'solved',
  closed: 'closed by silence',
};

/** The case as it is after that. */
export function caseAfter({ event }: CaseEntry, typed: string): Case {
  if (event.kind === 'talks-to' && event.who === 'bot') return caseIn('claimed, talks to the bot', typed);
  if (event.kind === 'escalated' && event.to === 'mail') return caseIn('claimed, on its way to the next line', typed);
  if (event.kind === 'closed' && event.how === 'handed-over') return caseIn('handed over', typed);
  return caseIn(AFTER[event.kind] ?? 'claimed', typed);
}

/** The case in that state. */
export function caseIn(state: string, typed: string): Case {
  const found = caseStates(typed)[state];
  if (!found) throw new RangeError(`no case is ${state}`);
  return found;
}
