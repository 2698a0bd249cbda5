import { expect } from 'chai';
import type { LastAnswer } from '../../../src/helpdesk/cases/case.ts';
import {
  ANA,
  CASES,
  caseIn,
  claimOf,
  DAY,
  decided,
  FILE,
  type Kind,
  minute,
  nextOf,
  outcomeOf,
  settingAt,
} from './caseBench.ts';
import { PERSON_TABLE } from './personTable.ts';

const KINDS = Object.keys(CASES) as Kind[];
const TRIED = {
  do: 'try',
  draft: { ...caseIn('waiting').draft, outcomes: { 'client/restart': 'fixed' } },
} as const;
const AT_40 = minute(40).toISOString();

describe('decideForPerson', () => {
  for (const { what, action, comesTo } of PERSON_TABLE) {
    for (const kind of KINDS) {
      it(`somebody ${what}, ${kind}: ${comesTo[kind]}`, () => {
        const decision = decided(caseIn(kind), ['person', action]);

        expect(outcomeOf(decision)).to.equal(comesTo[kind]);
      });
    }
  }

  for (const [kind, action, how] of [
    ['waiting', { do: 'solve-self' }, 'self-solved'],
    ['claimed', { do: 'solve-self' }, 'self-solved'],
    ['solved', { do: 'solve-self' }, 'confirmed'],
    ['solved', { do: 'confirm', isIn: true }, 'confirmed'],
    ['waiting', TRIED, 'self-solved'],
    ['claimed', TRIED, 'self-solved'],
    // The fix has told, but the desk was first to say so: the cause that it named stays.
    ['solved', TRIED, 'confirmed'],
    ['solved', { do: 'withdraw' }, 'withdrawn'],
  ] as const) {
    it(`ends as ${how} when it is ${kind} and they ${action.do}`, () => {
      const next = nextOf(decided(caseIn(kind), ['person', action]));

      expect(next).to.deep.include({ closed: { at: AT_40, how }, solved: caseIn(kind).solved });
    });
  }

  describe('the holder’s clock', () => {
    const waits = claimOf(ANA, { activeAt: minute(15).toISOString(), waitsForPerson: true });

    for (const action of [{ do: 'say', text: '…' }, { do: 'attach', file: FILE }, { do: 'stuck' }] as const) {
      it(`begins with ${action.do} after an answer`, () => {
        const next = nextOf(decided(caseIn('claimed', { claim: waits }), ['person', action]));

        expect(next.claim).to.deep.equal({ ...waits, activeAt: AT_40, waitsForPerson: false });
      });

      it(`goes on with ${action.do} when they had something to answer already`, () => {
        const running = claimOf(ANA, { isAsked: true, renewals: 1 });

        const next = nextOf(decided(caseIn('claimed', { claim: running }), ['person', action]));

        expect(next.claim).to.deep.equal(running);
      });
    }

    it('begins anew with a No', () => {
      const next = nextOf(decided(caseIn('solved'), ['person', { do: 'confirm', isIn: false }]));

      expect(next.claim).to.deep.equal(claimOf(ANA, { activeAt: AT_40 }));
      expect(next.solved).to.equal(null);
    });
  });

  it('tells once that what they type is added', () => {
    const next = nextOf(decided(caseIn('waiting'), ['person', { do: 'add', text: 'One more thing' }]));

    expect(next).to.deep.include({ hasToldAdded: true, added: ['One more thing'] });
  });

  it('keeps what was said to the agent off the card', () => {
    const next = nextOf(decided(caseIn('claimed'), ['person', { do: 'say', text: 'Hello?' }]));

    expect(next).to.deep.include({ hasToldAdded: false, added: [] });
  });

  for (const [hours, outcome] of [
    [23.99, 'stuck-already'],
    [24, 'stuck -> waiting, bot hears'],
  ] as const) {
    it(`says that it’s stuck again after ${hours} hours: ${outcome}`, () => {
      const current = caseIn('waiting', { stuckAt: minute(10).toISOString() });

      const decision = decided(current, ['person', { do: 'stuck' }], settingAt(minute(10 + hours * 60)));

      expect(outcomeOf(decision)).to.equal(outcome);
    });
  }

  for (const [days, outcome] of [
    [14, 'reopened -> claimed, Ana, agent hears'],
    [14.01, 'too-old-to-reopen'],
  ] as const) {
    it(`reopens ${days} days after its end: ${outcome}`, () => {
      const decision = decided(caseIn('closed'), ['person', { do: 'reopen' }], settingAt(minute(30 + days * DAY)));

      expect(outcomeOf(decision)).to.equal(outcome);
    });
  }

  it('can be reached again once they do something', () => {
    const next = nextOf(decided(caseIn('waiting', { isUnreachable: true }), ['person', { do: 'stuck' }]));

    expect(next.isUnreachable).to.equal(false);
  });

  describe('an answer', () => {
    const lastAnswer: LastAnswer = {
      entry: 'a2',
      at: minute(20).toISOString(),
      deliveredAt: minute(21).toISOString(),
      failed: null,
      readAt: null,
    };
    const mailedAt = minute(25).toISOString();
    const read = (entry: string) => ['person', { do: 'read', entry }] as const;

    it('is read, and they have come back', () => {
      const next = nextOf(decided(caseIn('claimed', { lastAnswer, mailedAt }), read('a2')));

      expect(next).to.deep.include({ lastAnswer: { ...lastAnswer, readAt: AT_40 }, mailedAt: null });
    });

    for (const action of [
      { do: 'confirm', isIn: false },
      { do: 'confirm', isIn: true },
      { do: 'withdraw' },
      { do: 'stuck' },
    ] as const) {
      it(`is read by whoever does this on the page: ${JSON.stringify(action)}`, () => {
        const next = nextOf(decided(caseIn('solved', { lastAnswer, mailedAt }), ['person', action]));

        expect(next).to.deep.include({ lastAnswer: { ...lastAnswer, readAt: AT_40 }, mailedAt: null });
      });
    }

    it('is read once', () => {
      const decision = decided(caseIn('claimed', { lastAnswer: { ...lastAnswer, readAt: AT_40 } }), read('a2'));

      expect(outcomeOf(decision)).to.equal('no-change');
    });

    it('is read also when the case is closed', () => {
      const next = nextOf(decided(caseIn('closed', { lastAnswer }), read('a2')));

      expect(next.lastAnswer?.readAt).to.equal(AT_40);
    });

    it('has arrived when it is read before its channel says so', () => {
      const current = caseIn('claimed', { lastAnswer: { ...lastAnswer, deliveredAt: null, failed: 'status-500' } });

      const next = nextOf(decided(current, read('a2')));

      expect(next.lastAnswer).to.include({ deliveredAt: AT_40, readAt: AT_40, failed: null });
    });

    it('before the newest says that they are back', () => {
      const current = caseIn('claimed', {
        lastAnswer: { ...lastAnswer, deliveredAt: minute(39).toISOString() },
        mailedAt,
      });

      const next = nextOf(decided(current, read('a1')));

      expect(next).to.deep.include({ lastAnswer: current.lastAnswer, mailedAt: null });
    });

    it('before the newest brings no mail about one that came with it', () => {
      const decision = decided(caseIn('claimed', { lastAnswer, mailedAt }), read('a1'));

      expect(outcomeOf(decision)).to.equal('no-change');
    });
  });
});
