import { expect } from 'chai';
import fc from 'fast-check';
import { flawOf } from '../../../soak/history/model.ts';
import type { Commit } from '../../../soak/history/replay.ts';
import type { Case, Ending } from '../../../src/helpdesk/cases/case.ts';
import type { Actor, CaseEvent } from '../../../src/helpdesk/cases/caseEntry.ts';
import { ANA, BOB, CASES, claimOf, type Kind, OPENED } from '../../helpdesk/cases/caseBench.ts';
import { histories } from '../../helpdesk/cases/history.ts';
import { sampleCase } from '../../support/sampleCase.ts';
import { commitsOf } from './commits.ts';

const PERSON: Actor = { kind: 'person' };
const SYSTEM: Actor = { kind: 'system' };
const ana: Actor = { kind: 'agent', agent: ANA };
const bob: Actor = { kind: 'agent', agent: BOB };

const BY_BOB = { ...CASES.claimed, claim: claimOf(BOB) };
const QUEUED = { status: 'waiting', claim: null, hears: 'bot' } as const;
const over = (how: Ending) => ({ status: 'closed', hears: 'bot', closed: { at: OPENED.toISOString(), how } }) as const;

/** What happens to a case of each kind, and what is stored of it. */
function commit(from: Kind, [by, event]: readonly [Actor, CaseEvent], changes: Partial<Case>): Commit {
  const before = sampleCase(CASES[from]);
  const entries = [{ id: 'e1', case: before.id, at: OPENED.toISOString(), by, event }];
  return { before, next: { ...before, ...changes, revision: before.revision + 1 }, entries };
}

type Row = readonly [from: Kind, by: Actor, event: CaseEvent, changes: Partial<Case>];

const FINE: readonly Row[] = [
  ['waiting', bob, { kind: 'claimed' }, BY_BOB],
  ['claimed', bob, { kind: 'assigned', to: BOB }, BY_BOB],
  ['claimed', ana, { kind: 'released' }, QUEUED],
  ['claimed', SYSTEM, { kind: 'expired', from: ANA }, QUEUED],
  ['claimed', bob, { kind: 'escalated', to: 'desk' }, { ...QUEUED, line: 'next' }],
  ['solved', bob, { kind: 'reopened' }, { ...BY_BOB, solved: null }],
  ['solved', PERSON, { kind: 'reopened' }, { ...CASES.claimed, solved: null }],
  ['withdrawn', PERSON, { kind: 'reopened' }, { ...QUEUED, closed: null }],
  ['claimed', PERSON, { kind: 'talks-to', who: 'bot' }, { hears: 'bot' }],
  ['waiting', PERSON, { kind: 'closed', how: 'withdrawn' }, over('withdrawn')],
  ['solved', SYSTEM, { kind: 'closed', how: 'silence' }, over('silence')],
  ['claimed', ana, { kind: 'escalated', to: 'mail' }, { handingOver: 'e1' }],
  ['claimed', ana, { kind: 'still-on-it' }, { claim: claimOf(ANA, { renewals: 1 }) }],
  ['closed', bob, { kind: 'note', text: 'DNS' }, {}],
];

const WRONG: readonly (readonly [title: string, ...row: Row])[] = [
  ['a claim of a case that somebody has', 'claimed', bob, { kind: 'claimed' }, BY_BOB],
  ['a claim of a case that is solved', 'solved', bob, { kind: 'claimed' }, { ...BY_BOB, solved: null }],
  ['a claim of a case that is closed', 'withdrawn', bob, { kind: 'claimed' }, { ...BY_BOB, closed: null }],
  ['a claim by a person', 'waiting', PERSON, { kind: 'claimed' }, CASES.claimed],
  ['a claim after which another has it', 'waiting', bob, { kind: 'claimed' }, CASES.claimed],
  ['a note that takes the case', 'claimed', bob, { kind: 'note', text: 'DNS' }, BY_BOB],
  ['a reply that takes the case of a colleague', 'claimed', bob, { kind: 'reply', text: 'Hi' }, BY_BOB],
  ['a reply to a case that nobody has', 'waiting', bob, { kind: 'reply', text: 'Hi' }, {}],
  ['a reply to a case that is closed', 'closed', bob, { kind: 'reply', text: 'Hi' }, {}],
  ['an assignment after which another has it', 'claimed', bob, { kind: 'assigned', to: BOB }, {}],
  ['an assignment to whoever has it', 'claimed', bob, { kind: 'assigned', to: ANA }, {}],
  ['somebody else who is still on it', 'claimed', bob, { kind: 'still-on-it' }, {}],
  ['a release by somebody else', 'claimed', bob, { kind: 'released' }, QUEUED],
  ['a release after which somebody has it', 'claimed', ana, { kind: 'released' }, {}],
  ['an expiry of another’s claim', 'claimed', SYSTEM, { kind: 'expired', from: BOB }, QUEUED],
  ['a solution of a case that nobody has', 'waiting', bob, { kind: 'solved', cause: 'other' }, CASES.solved],
  ['an end that nobody told', 'claimed', bob, { kind: 'note', text: 'DNS' }, over('withdrawn')],
  ['a withdrawal by an agent', 'claimed', ana, { kind: 'closed', how: 'withdrawn' }, over('withdrawn')],
  ['a yes to what nobody has solved', 'claimed', PERSON, { kind: 'closed', how: 'confirmed' }, over('confirmed')],
  ['silence where nobody was asked', 'claimed', SYSTEM, { kind: 'closed', how: 'silence' }, over('silence')],
  ['an end that is stored as another', 'solved', PERSON, { kind: 'closed', how: 'confirmed' }, over('silence')],
  ['a second end', 'closed', PERSON, { kind: 'closed', how: 'withdrawn' }, over('withdrawn')],
  ['a case that is opened again while it is open', 'claimed', PERSON, { kind: 'reopened' }, {}],
  [
    'a reopening by a person that takes it from its agent',
    'solved',
    PERSON,
    { kind: 'reopened' },
    { ...QUEUED, solved: null },
  ],
  ['a message while the bot hears', 'claimed, bot heard', PERSON, { kind: 'message', text: 'Hi' }, {}],
  ['something added while the agent hears', 'claimed', PERSON, { kind: 'added', text: 'Hi' }, {}],
  ['another who hears', 'claimed', PERSON, { kind: 'talks-to', who: 'bot' }, {}],
  ['an answer that nobody gave', 'claimed', SYSTEM, { kind: 'delivered', entry: 'e9' }, { lastAnswer: answer('e9') }],
  ['a cause that nobody named', 'solved', ana, { kind: 'note', text: 'DNS' }, { solved: cause('other') }],
  ['a person who can’t be reached', 'claimed', ana, { kind: 'note', text: 'DNS' }, { isUnreachable: true }],
  ['a mail that nobody sent', 'claimed', ana, { kind: 'note', text: 'DNS' }, { mailedAt: OPENED.toISOString() }],
  ['another text of the person', 'claimed', ana, { kind: 'note', text: 'DNS' }, { text: 'Else' }],
  [
    'a case that is on its way to the next line because of nothing',
    'claimed',
    ana,
    { kind: 'note', text: 'DNS' },
    { handingOver: 'e9' },
  ],
  ['a hand-over that nobody began', 'claimed', SYSTEM, { kind: 'closed', how: 'handed-over' }, over('handed-over')],
];

function answer(entry: string): Case['lastAnswer'] {
  return { entry, at: OPENED.toISOString(), deliveredAt: null, failed: null, readAt: null };
}

function cause(named: string): Case['solved'] {
  return { at: OPENED.toISOString(), cause: named };
}

describe('the model of a case in a soak run', () => {
  for (const [from, by, event, changes] of FINE) {
    it(`allows ${event.kind} by ${by.kind} of one that is ${from}`, () => {
      expect(flawOf(commit(from, [by, event], changes))).to.equal(null);
    });
  }

  for (const [title, from, by, event, changes] of WRONG) {
    it(`doesn’t allow ${title}`, () => {
      expect(flawOf(commit(from, [by, event], changes))).to.be.a('string');
    });
  }

  it('allows whatever the product decides', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const each of commitsOf(history)) expect(flawOf(each)).to.equal(null);
      }),
      { numRuns: 300 },
    );
  });
});
