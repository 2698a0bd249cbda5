import { expect } from 'chai';
import type { Case } from '../../../src/helpdesk/cases/case.ts';
import { sampleCase } from '../../support/sampleCase.ts';
import { AGENT_TABLE } from './agentTable.ts';
import {
  ANA,
  BOB,
  CASES,
  caseIn,
  claimOf,
  DAY,
  decided,
  type Kind,
  minute,
  nextOf,
  outcomeOf,
  settingAt,
} from './caseBench.ts';

const KINDS = Object.keys(CASES) as Kind[];
const AT_40 = minute(40).toISOString();

describe('decideForAgent', () => {
  for (const { what, agent, action, comesTo } of AGENT_TABLE) {
    for (const kind of KINDS) {
      it(`${what}, ${kind}: ${comesTo[kind]}`, () => {
        const decision = decided(caseIn(kind), [agent, action]);

        expect(outcomeOf(decision)).to.equal(comesTo[kind]);
      });
    }
  }

  it('writes who did it, when, and to which case', () => {
    const decision = decided(caseIn('waiting'), [BOB, { do: 'reply', text: 'Hello' }]);

    expect(decision.kind === 'done' && decision.entries).to.deep.equal([
      { id: 'e1', case: 'UN-7K3Q-M2', at: AT_40, by: { kind: 'agent', agent: BOB }, event: { kind: 'claimed' } },
      {
        id: 'e2',
        case: 'UN-7K3Q-M2',
        at: AT_40,
        by: { kind: 'agent', agent: BOB },
        event: { kind: 'reply', text: 'Hello' },
      },
    ]);
  });

  it('keeps what became of the newest answer by the id of its entry', () => {
    const next = nextOf(decided(caseIn('waiting'), [BOB, { do: 'ask', text: 'Which version?' }]));

    expect(next.lastAnswer).to.deep.equal({ entry: 'e2', at: AT_40, deliveredAt: null, failed: null, readAt: null });
  });

  describe('the clock of a claim', () => {
    const asked = (changes: Partial<Case> = {}) =>
      caseIn('claimed', { claim: claimOf(ANA, { renewals: 2, isAsked: true }), ...changes });

    for (const [what, agent, action, clock] of [
      [
        'a reply of its holder',
        ANA,
        { do: 'reply', text: '…' },
        { activeAt: AT_40, renewals: 0, waitsForPerson: true },
      ],
      [
        'a reply of a colleague',
        BOB,
        { do: 'reply', text: '…' },
        { activeAt: AT_40, renewals: 0, waitsForPerson: true },
      ],
      ['a question', ANA, { do: 'ask', text: '…' }, { activeAt: AT_40, renewals: 0, waitsForPerson: true }],
      ['a note of its holder', ANA, { do: 'note', text: '…' }, { activeAt: AT_40, renewals: 0 }],
      ['a call', BOB, { do: 'calling' }, { activeAt: AT_40, renewals: 0 }],
      ['Still on it', ANA, { do: 'still' }, { activeAt: AT_40, renewals: 3 }],
    ] as const) {
      it(`begins anew with ${what}`, () => {
        const { claim } = nextOf(decided(asked(), [agent, action]));

        expect(claim).to.deep.equal(claimOf(ANA, clock));
      });
    }

    it('goes on with a note of a colleague', () => {
      const { claim } = nextOf(decided(asked(), [BOB, { do: 'note', text: '…' }]));

      expect(claim).to.deep.equal(asked().claim);
    });

    it('stands still while its holder notes something and it is the person’s turn', () => {
      const current = caseIn('claimed', { claim: claimOf(ANA, { waitsForPerson: true }) });

      const { claim } = nextOf(decided(current, [ANA, { do: 'note', text: '…' }]));

      expect(claim).to.deep.equal(claimOf(ANA, { activeAt: AT_40, waitsForPerson: true }));
    });

    it('begins anew for whoever it is assigned to, who waits for the person no less', () => {
      const current = caseIn('claimed', { claim: claimOf(ANA, { renewals: 3, waitsForPerson: true }) });

      const { claim } = nextOf(decided(current, [ANA, { do: 'assign', to: BOB }]));

      expect(claim).to.deep.equal(claimOf(BOB, { since: AT_40, activeAt: AT_40, waitsForPerson: true }));
    });

    it('is held on to four times', () => {
      const current = caseIn('claimed', { claim: claimOf(ANA, { renewals: 4, isAsked: true }) });

      const decision = decided(current, [ANA, { do: 'still' }]);

      expect(outcomeOf(decision)).to.equal('renewals-used-up');
    });
  });

  it('puts a released case at the end of the queue, to be repeated from the beginning', () => {
    const next = nextOf(decided(caseIn('claimed', { repeats: 2 }), [ANA, { do: 'release' }]));

    expect(next).to.include({ queuedAt: AT_40, repeats: 0 });
  });

  it('expects nothing of a holder any more once it is solved', () => {
    const current = caseIn('claimed', { claim: claimOf(ANA, { isAsked: true }) });

    const next = nextOf(decided(current, [BOB, { do: 'solve', cause: 'network-issue' }]));

    expect(next.solved).to.deep.equal({ at: AT_40, cause: 'network-issue' });
    expect(next.claim).to.deep.equal(claimOf(ANA));
  });

  for (const [what, changes, entry] of [
    ['of a guest, and that waits to be read', {}, 'e1'],
    [
      'in Teams, and nobody tells there what is read',
      { requester: { ...sampleCase().requester, channel: 'teams' } },
      null,
    ],
    ['of nobody who can’t be reached', { isUnreachable: true }, null],
  ] as const) {
    it(`asks whether they are in ${what}`, () => {
      const next = nextOf(decided(caseIn('claimed', changes), [ANA, { do: 'solve', cause: 'other' }]));

      const asked = { entry, at: AT_40, deliveredAt: null, failed: null, readAt: null, question: 'open' };
      expect(next.lastAnswer).to.deep.equal(entry && asked);
    });
  }

  for (const action of [{ do: 'reply', text: '…' }, { do: 'ask', text: '…' }, { do: 'calling' }] as const) {
    it(`does no ${action.do} to somebody who can’t be reached`, () => {
      const decision = decided(caseIn('claimed', { isUnreachable: true }), [ANA, action]);

      expect(outcomeOf(decision)).to.equal('unreachable');
    });
  }

  describe('to the next line', () => {
    it('is on nobody’s screen, and waits from the beginning', () => {
      const current = caseIn('solved', { isOnScreen: true, repeats: 2 });

      const next = nextOf(decided(current, [ANA, { do: 'escalate' }]));

      expect(next).to.include({
        line: 'next',
        isOnScreen: false,
        queuedAt: AT_40,
        repeats: 0,
        claim: null,
        solved: null,
      });
    });

    describe('by mail', () => {
      const BY_MAIL = settingAt(minute(40), { escalatesTo: 'mail' });
      const escalate = (current: Case) => decided(current, [BOB, { do: 'escalate' }], BY_MAIL);

      for (const [kind, outcome] of [
        ['waiting', 'escalated -> waiting, bot hears'],
        ['claimed', 'escalated -> claimed, Ana, agent hears'],
        ['claimed, bot heard', 'escalated -> claimed, Ana, bot hears'],
        ['solved', 'reopened + escalated -> claimed, Bob, agent hears'],
      ] as const) {
        it(`stays open until that was accepted: ${kind}`, () => {
          const decision = escalate(caseIn(kind));

          expect(outcomeOf(decision)).to.equal(outcome);
          const escalated = decision.kind === 'done' ? decision.entries.at(-1) : null;
          expect(nextOf(decision)).to.deep.include({
            ...{ handingOver: escalated?.id, line: 'first', closed: null, solved: null },
          });
        });
      }

      it('is handed over once', () => {
        const first = nextOf(escalate(caseIn('claimed')));

        expect(outcomeOf(escalate(first))).to.equal('being-handed-over');
      });

      for (const [what, who, action] of [
        ['says that it is solved', BOB, { do: 'solve', cause: 'other' }],
        ['withdraws it', 'person', { do: 'withdraw' }],
        ['has got in', 'person', { do: 'solve-self' }],
      ] as const) {
        it(`goes nowhere any more once somebody ${what}`, () => {
          const current = nextOf(escalate(caseIn('claimed')));

          const next = nextOf(decided(current, [who, action] as Parameters<typeof decided>[1]));

          expect(next.handingOver).to.equal(null);
        });
      }

      for (const [what, who, action] of [
        ['claimed', BOB, { do: 'claim' }],
        ['assigned', BOB, { do: 'assign', to: ANA }],
        ['answered', BOB, { do: 'reply', text: 'Hello' }],
        ['added to', 'person', { do: 'add', text: 'Hello' }],
      ] as const) {
        it(`goes on meanwhile, and can be ${what}`, () => {
          const current = nextOf(escalate(caseIn('waiting')));

          const next = nextOf(decided(current, [who, action] as Parameters<typeof decided>[1]));

          expect(next.handingOver).to.equal(current.handingOver);
        });
      }
    });

    it('goes nowhere where there is none', () => {
      const decision = decided(
        caseIn('claimed'),
        [ANA, { do: 'escalate' }],
        settingAt(minute(40), { escalatesTo: null }),
      );

      expect(outcomeOf(decision)).to.equal('no-next-line');
    });

    it('goes no further than the next line', () => {
      const decision = decided(caseIn('claimed', { line: 'next' }), [ANA, { do: 'escalate' }]);

      expect(outcomeOf(decision)).to.equal('no-next-line');
    });
  });

  for (const [days, outcome] of [
    [13, 'reopened -> claimed, Bob, agent hears'],
    [14, 'reopened -> claimed, Bob, agent hears'],
    [15, 'too-old-to-reopen'],
  ] as const) {
    it(`reopens ${days} days after its end: ${outcome}`, () => {
      const decision = decided(caseIn('closed'), [BOB, { do: 'reopen' }], settingAt(minute(30 + days * DAY)));

      expect(outcomeOf(decision)).to.equal(outcome);
    });
  }

  it('diagnoses without a word about what was tried', () => {
    const current = caseIn('waiting', {
      draft: { ...caseIn('waiting').draft, outcomes: { 'client/restart': 'left' } },
    });
    const draft = { ...current.draft, answers: { users: 'multiple' }, symptom: 'page-not-found', outcomes: {} };

    const next = nextOf(decided(current, [BOB, { do: 'diagnose', draft }]));

    expect(next).to.include({ isDiagnosed: true });
    expect(next.draft).to.deep.equal({ ...draft, outcomes: { 'client/restart': 'left' } });
  });
});
