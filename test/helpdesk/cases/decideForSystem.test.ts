import { expect } from 'chai';
import type { Case, LastAnswer } from '../../../src/helpdesk/cases/case.ts';
import type { Decision } from '../../../src/helpdesk/cases/caseAction.ts';
import type { DeskRules } from '../../../src/helpdesk/cases/deskRules.ts';
import { nextDue } from '../../../src/helpdesk/cases/nextDue.ts';
import { sampleCase } from '../../support/sampleCase.ts';
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
  OPENED,
  outcomeOf,
  RULES,
  settingAt,
} from './caseBench.ts';
import { NEVER, NINE_TO_FIVE } from './handMadeHours.ts';

const KINDS = Object.keys(CASES) as Kind[];
const AT_40 = minute(40).toISOString();

function tickAt(current: Case, at: Date, rules: Partial<DeskRules> = {}): Decision {
  return decided(current, ['system', { do: 'tick' }], settingAt(at, rules));
}

const ANSWER: LastAnswer = {
  entry: 'a2',
  at: minute(20).toISOString(),
  deliveredAt: minute(21).toISOString(),
  failed: null,
  readAt: null,
};
const UNDER_WAY = { entry: 'a2', failed: null };
const CALL_OFF = { do: 'call-off-mail', entry: 'a2', mayHaveGoneOut: false } as const;
const GUEST = { ...sampleCase().requester, email: 'luis@fabrikam.example' };

describe('decideForSystem', () => {
  describe('as time passes', () => {
    for (const [what, current, after, outcome] of [
      ['a case that nobody takes', caseIn('waiting'), 14, 'no-change'],
      ['a case that nobody takes', caseIn('waiting'), 15, 'repeated -> waiting, bot hears'],
      ['a case that was repeated once', caseIn('waiting', { repeats: 1 }), 59, 'no-change'],
      ['a case that was repeated once', caseIn('waiting', { repeats: 1 }), 60, 'repeated -> waiting, bot hears'],
      ['a case that was repeated twice', caseIn('waiting', { repeats: 2 }), 3 * DAY, 'no-change'],
      ['a case that waited through a pause', caseIn('waiting'), 90, 'repeated -> waiting, bot hears'],
      ['a claim', caseIn('claimed'), 34, 'no-change'],
      ['a claim', caseIn('claimed'), 35, 'asked-still -> claimed, Ana, agent hears'],
      ['a claim of whom the bot hears', caseIn('claimed, bot heard'), 35, 'asked-still -> claimed, Ana, bot hears'],
      ['a claim whose holder was asked', asked(), 39, 'no-change'],
      ['a claim whose holder was asked', asked(), 40, 'expired -> waiting, bot hears'],
      ['a claim through a pause', caseIn('claimed'), 2 * DAY, 'expired -> waiting, bot hears'],
      ['a claim that waits for the person', waiting(), 2 * DAY, 'no-change'],
      ['a solved case', caseIn('solved'), 20 + DAY - 1, 'no-change'],
      ['a solved case', caseIn('solved'), 20 + DAY, 'closed -> closed, Ana, bot hears'],
      ['a closed case', caseIn('closed'), 40 * DAY, 'no-change'],
    ] as const) {
      it(`${what}, after ${after} minutes: ${outcome}`, () => {
        const decision = tickAt(current, minute(after));

        expect(outcomeOf(decision)).to.equal(outcome);
      });
    }

    it('says until when a claim holds', () => {
      const decision = tickAt(caseIn('claimed'), minute(36));

      expect(eventsOf(decision)).to.deep.equal([{ kind: 'asked-still', until: minute(40).toISOString() }]);
      expect(nextOf(decision).claim).to.deep.equal(claimOf(ANA, { isAsked: true }));
    });

    it('says whose claim it was, and begins to wait anew', () => {
      const decision = tickAt(asked(), minute(45));

      expect(eventsOf(decision)).to.deep.equal([{ kind: 'expired', from: ANA }]);
      expect(nextOf(decision)).to.include({ queuedAt: minute(45).toISOString(), repeats: 0, claim: null });
    });

    it('repeats a case once after a pause, as of the longest time', () => {
      const decision = tickAt(caseIn('waiting'), minute(90));

      expect(eventsOf(decision)).to.deep.equal([{ kind: 'repeated', minutes: 60 }]);
      expect(nextOf(decision).repeats).to.equal(2);
    });

    it('says once after a pause how near the meeting is, as of the last step', () => {
      const current = caseIn('claimed', {
        startsAt: minute(50).toISOString(),
        claim: claimOf(ANA, { waitsForPerson: true }),
      });

      const [near, over] = [tickAt(current, minute(40)), tickAt(current, minute(111))];

      expect(eventsOf(near)).to.deep.equal([{ kind: 'urgency', step: 'now' }]);
      expect(nextOf(near).urgency).to.equal('now');
      expect(eventsOf(over)).to.deep.equal([{ kind: 'urgency', step: 'over' }]);
    });

    it('closes by silence', () => {
      const next = nextOf(tickAt(caseIn('solved'), minute(20 + DAY)));

      expect(next).to.deep.include({
        closed: { at: minute(20 + DAY).toISOString(), how: 'silence' },
        solved: caseIn('solved').solved,
      });
    });

    for (const [claimMinutes, asksAfter] of [
      [60, 55],
      [10, 5],
      [6, 3],
      [5, 3],
      [2, 1],
      [1, 1],
    ] as const) {
      it(`asks after ${asksAfter} of ${claimMinutes} minutes`, () => {
        const due = nextDue(caseIn('claimed'), { ...RULES, claimMinutes });

        expect(due).to.deep.equal(minute(10 + asksAfter));
      });
    }

    describe('outside its hours', () => {
      const evening = minute(7 * 60).toISOString();

      for (const [what, current, at] of [
        ['repeats', caseIn('waiting', { openedAt: evening, queuedAt: evening }), '2026-03-03T09:00:00.000Z'],
        ['asks', caseIn('claimed', { claim: claimOf(ANA, { activeAt: evening }) }), '2026-03-03T09:10:00.000Z'],
      ] as const) {
        it(`${what} only once open again`, () => {
          // 16:30; half an hour of it is open time on that day.
          const due = nextDue(current, { ...RULES, hours: NINE_TO_FIVE, claimMinutes: 45 });

          expect(due?.toISOString()).to.equal(what === 'repeats' ? '2026-03-02T16:45:00.000Z' : at);
        });
      }

      it('repeats the second time on the next day', () => {
        const current = caseIn('waiting', { openedAt: evening, queuedAt: evening, repeats: 1 });

        const due = nextDue(current, { ...RULES, hours: NINE_TO_FIVE });

        expect(due?.toISOString()).to.equal('2026-03-03T09:30:00.000Z');
      });

      it('does nothing of a desk that is never open but close by silence', () => {
        const rules = { ...RULES, hours: NEVER };

        const due = KINDS.map((kind) => nextDue(caseIn(kind), rules));

        expect(due).to.deep.equal([null, null, null, minute(20 + DAY), null, null]);
      });
    });
  });

  describe('a mail about an answer', () => {
    const answered = (changes: Partial<Case> = {}, kind: Kind = 'claimed') =>
      caseIn(kind, {
        ...(kind === 'claimed' && { claim: waiting().claim }),
        requester: GUEST,
        lastAnswer: ANSWER,
        ...changes,
      });

    it('goes out two minutes after it has arrived and wasn’t read', () => {
      const [before, then] = [tickAt(answered(), minute(22.99)), tickAt(answered(), minute(23))];

      expect(outcomeOf(before)).to.equal('no-change');
      expect(eventsOf(then)).to.deep.equal([{ kind: 'mailing', entry: 'a2' }]);
      expect(nextOf(then)).to.deep.include({ mailing: UNDER_WAY, mailedAt: null });
    });

    describe('while answers keep coming', () => {
      const reply = [ANA, { do: 'reply', text: 'And now?' }] as const;
      const delivered = (current: Case, entry: string, at: number) =>
        nextOf(decided(current, ['system', { do: 'delivered', entry }], settingAt(minute(at))));
      const answeredAgain = (current: Case, at: number) => nextOf(decided(current, reply, settingAt(minute(at))));
      /** The first answer at 21, the next at 22, and one more, all unread. */
      const second = delivered(answeredAgain(answered(), 22), 'e1', 22);
      const third = answeredAgain(second, 22.5);

      it('goes out two minutes after the first that wasn’t read has arrived', () => {
        for (const current of [second, third, delivered(third, 'e1', 22.5)]) {
          expect(nextDue(current, RULES)).to.deep.equal(minute(23));
        }
      });

      it('counts from the first also where another one came before that was known to have arrived', () => {
        const both = answeredAgain(answered({ lastAnswer: { ...ANSWER, deliveredAt: null } }), 21);

        const current = delivered(delivered(both, 'a2', 21.5), 'e1', 22.5);

        expect(nextDue(current, RULES)).to.deep.equal(minute(23.5));
      });

      it('counts from the newest once they have read one before it', () => {
        const read = { do: 'read', entry: 'a2' } as const;
        const decision = decided(second, ['person', read], settingAt(minute(22.5)));

        expect(eventsOf(decision)).to.deep.equal([{ kind: 'read', entry: 'a2' }]);
        expect(nextDue(nextOf(decision), RULES)).to.deep.equal(minute(24));
        const again = decided(nextOf(decision), ['person', read], settingAt(minute(22.5)));
        expect(outcomeOf(again)).to.equal('no-change');
      });

      it('counts from the newest, too, once they have written before it came', () => {
        const wrote = nextOf(decided(third, ['person', { do: 'say', text: 'Hm.' }], settingAt(minute(22.7))));

        expect(nextDue({ ...wrote, claim: waiting().claim }, RULES)).to.equal(null);
        const current = delivered({ ...wrote, claim: waiting().claim }, 'e1', 22.8);
        expect(nextDue(current, RULES)).to.deep.equal(minute(24.8));
      });

      it('counts from the first also where the newest asks whether they are in', () => {
        const solve = [ANA, { do: 'solve', cause: 'other' }] as const;
        const asked = nextOf(decided(answered(), solve, settingAt(minute(22))));

        expect(nextOf(tickAt(delivered(asked, 'e1', 22), minute(23))).mailing).to.deep.equal({
          entry: 'e1',
          failed: null,
        });
      });

      it('counts anew after one was read', () => {
        const current = answered({ lastAnswer: { ...ANSWER, readAt: minute(21.5).toISOString() } });

        expect(nextDue(delivered(answeredAgain(current, 22), 'e1', 22), RULES)).to.deep.equal(minute(24));
      });
    });

    for (const [what, current, rules] of [
      ['that was read', answered({ lastAnswer: { ...ANSWER, readAt: minute(22).toISOString() } }), {}],
      ['that hasn’t arrived', answered({ lastAnswer: { ...ANSWER, deliveredAt: null } }), {}],
      ['to whom one is under way', answered({ mailing: UNDER_WAY }), {}],
      ['to whom none could be sent', answered({ mailing: { entry: 'a1', failed: 'smtp-550' } }), {}],
      ['to whom one went already', answered({ mailedAt: minute(5).toISOString() }), {}],
      ['to nobody’s address', answered({ requester: { ...GUEST, email: null } }), {}],
      ['in Teams', answered({ requester: { ...GUEST, channel: 'teams' } }), {}],
      ['without a mail server', answered(), { canMail: false }],
      ['to somebody who can’t be reached', answered({ isUnreachable: true }), {}],
      ['to somebody who has confirmed', answered({}, 'closed'), {}],
      ['to somebody who has withdrawn', answered({}, 'withdrawn'), {}],
    ] as const) {
      it(`doesn’t go out about one ${what}`, () => {
        const decision = tickAt(current, minute(60), rules);

        expect(outcomeOf(decision)).to.equal('no-change');
      });
    }

    for (const how of ['silence', 'handed-over'] as const) {
      it(`goes out also after the end by ${how}`, () => {
        const closed = { at: minute(30).toISOString(), how };

        const decision = tickAt(answered({ closed }, 'closed'), minute(60));

        expect(outcomeOf(decision)).to.equal('mailing -> closed, Ana, bot hears');
      });
    }

    const mailing = answered({ mailing: UNDER_WAY });
    const accepted = { do: 'mailed', entry: 'a2' } as const;
    const failed = { do: 'not-mailed', entry: 'a2', why: 'smtp-550' } as const;

    it('has gone out once it was accepted, and is the only one then', () => {
      const decision = decided(mailing, ['system', accepted]);

      expect(eventsOf(decision)).to.deep.equal([{ kind: 'mailed', entry: 'a2' }]);
      expect(nextOf(decision)).to.deep.include({ mailedAt: AT_40, mailing: null });
      expect(outcomeOf(tickAt(nextOf(decision), minute(90)))).to.equal('no-change');
    });

    it('is known to have failed, and is the only one then, too', () => {
      const decision = decided(mailing, ['system', failed]);

      expect(eventsOf(decision)).to.deep.equal([{ kind: 'not-mailed', entry: 'a2', why: 'smtp-550' }]);
      expect(nextOf(decision)).to.deep.include({ mailedAt: null, mailing: { entry: 'a2', failed: 'smtp-550' } });
      expect(outcomeOf(tickAt(nextOf(decision), minute(90)))).to.equal('no-change');
    });

    for (const action of [accepted, failed]) {
      it(`changes nothing where none is under way any more, or that was told before: ${action.do}`, () => {
        const others = [
          answered(),
          answered({ mailing: { entry: 'a3', failed: null } }),
          answered({ mailing: { entry: 'a2', failed: 'smtp-550' } }),
        ];

        const outcomes = others.map((other) => outcomeOf(decided(other, ['system', action])));

        expect(outcomes).to.deep.equal(['no-change', 'no-change', 'no-change']);
      });
    }

    for (const [what, how] of [
      ['is in', { do: 'confirm', isIn: true }],
      ['isn’t in', { do: 'confirm', isIn: false }],
      ['withdraws', { do: 'withdraw' }],
      ['writes', { do: 'add', text: 'Hello' }],
      ['reads it', { do: 'read', entry: 'a2' }],
      ['only says that it is stuck', { do: 'stuck' }],
    ] as const) {
      it(`isn’t wanted any more once the person is back: ${what}`, () => {
        const current = answered({ mailing: UNDER_WAY }, 'solved');

        const next = nextOf(decided(current, ['person', how]));

        expect(next.mailing).to.equal(null);
      });
    }

    describe('about the question whether they are in', () => {
      const asked = answered({ lastAnswer: { ...ANSWER, question: 'open' } }, 'solved');

      it('goes out as about an answer', () => {
        expect(nextDue(asked, RULES)).to.deep.equal(minute(23));
      });

      for (const [what, action, rules] of [
        ['reopened', { do: 'reopen' }, {}],
        ['escalated', { do: 'escalate' }, {}],
        ['escalated by mail', { do: 'escalate' }, { escalatesTo: 'mail' }],
      ] as const) {
        const again = (current: Case) => nextOf(decided(current, [BOB, action], settingAt(minute(22), rules)));

        it(`goes out no more once the case was ${what}`, () => {
          const current = again(asked);

          expect(outcomeOf(tickAt({ ...current, claim: waiting().claim, repeats: 2 }, minute(60)))).to.equal(
            'no-change',
          );
        });

        it(`is the one that they get until they are back where it is with the server by then: ${what}`, () => {
          const current = again({ ...asked, mailing: UNDER_WAY });

          const then = nextOf(decided(current, ['system', { do: 'mailed', entry: 'a2' }]));

          expect(then).to.deep.include({ mailedAt: AT_40, mailing: null });
        });

        it(`is called off where it isn’t, and another one may go out: ${what}`, () => {
          const current = again({ ...asked, mailing: UNDER_WAY });

          const decision = decided(current, ['system', CALL_OFF]);
          const then = nextOf(decision);

          expect(eventsOf(decision)).to.deep.equal([{ kind: 'mail-called-off', entry: 'a2' }]);
          expect(then).to.deep.include({ mailedAt: null, mailing: null });
        });

        it(`has failed where nobody knows whether it went out: ${what}`, () => {
          const current = again({ ...asked, mailing: UNDER_WAY });

          const decision = decided(current, ['system', { ...CALL_OFF, mayHaveGoneOut: true }]);

          expect(eventsOf(decision)).to.deep.equal([{ kind: 'not-mailed', entry: 'a2', why: 'unclear' }]);
          expect(nextOf(decision).mailing).to.deep.equal({ entry: 'a2', failed: 'unclear' });
        });

        it(`isn’t called off where an answer waits as well: ${what}`, () => {
          const waits = { ...ANSWER, question: 'open', unreadSince: minute(20).toISOString() } as const;
          const current = again({ ...asked, mailing: UNDER_WAY, lastAnswer: waits });

          expect(outcomeOf(decided(current, ['system', CALL_OFF]))).to.equal('no-change');
        });

        it(`goes out about the answer before it all the same: ${what}`, () => {
          const current = again({
            ...asked,
            lastAnswer: { ...ANSWER, question: 'open', unreadSince: minute(20).toISOString() },
          });

          expect(nextDue(current, RULES)).to.deep.equal(minute(22));
        });
      }
    });

    describe('about a question that was taken back, where the desk has written since', () => {
      const does = (current: Case, deed: Parameters<typeof decided>[1], at: number) =>
        nextOf(decided(current, deed, settingAt(minute(at))));
      const asked = answered({ lastAnswer: { ...ANSWER, question: 'open' }, mailing: UNDER_WAY }, 'solved');
      const takenBack = does(asked, [BOB, { do: 'reopen' }], 23);
      const written = does(takenBack, [BOB, { do: 'reply', text: 'One more thing' }], 24);

      it('is called off, and that answer has two minutes of its own', () => {
        const called = does(written, ['system', CALL_OFF], 24);
        const arrived = does(called, ['system', { do: 'delivered', entry: called.lastAnswer?.entry ?? '' }], 25);

        expect(nextDue(arrived, RULES)).to.deep.equal(minute(27));
        expect(outcomeOf(tickAt(arrived, minute(27)))).to.equal('mailing -> claimed, Bob, agent hears');
      });

      it('isn’t called off where it may have gone out', () => {
        const decision = decided(written, ['system', { ...CALL_OFF, mayHaveGoneOut: true }]);

        expect(outcomeOf(decision)).to.equal('no-change');
      });

      it('has failed where that was another such question, and is the only one then', () => {
        const solved = does(takenBack, [BOB, { do: 'solve', cause: 'other' }], 24);
        const again = does(solved, [BOB, { do: 'reopen' }], 25);

        const decision = decided(again, ['system', { ...CALL_OFF, mayHaveGoneOut: true }]);

        expect(eventsOf(decision)).to.deep.equal([{ kind: 'not-mailed', entry: 'a2', why: 'unclear' }]);
        const answers = does(nextOf(decision), [BOB, { do: 'reply', text: 'Hello?' }], 41);
        const arrived = does(answers, ['system', { do: 'delivered', entry: answers.lastAnswer?.entry ?? '' }], 41);
        expect(outcomeOf(tickAt(arrived, minute(44)))).to.equal('no-change');
      });
    });

    for (const [what, current] of [
      [
        'asks what is still asked',
        answered({ lastAnswer: { ...ANSWER, question: 'open' }, mailing: UNDER_WAY }, 'solved'),
      ],
      ['tells of an answer', answered({ mailing: UNDER_WAY })],
      ['isn’t under way', answered()],
      ['is another one', answered({ mailing: { entry: 'a3', failed: null } })],
      ['has failed', answered({ mailing: { entry: 'a2', failed: 'smtp-550' } })],
    ] as const) {
      it(`isn’t called off where it ${what}`, () => {
        const ends = [false, true].map((mayHaveGoneOut) =>
          outcomeOf(decided(current, ['system', { ...CALL_OFF, mayHaveGoneOut }])),
        );

        expect(ends).to.deep.equal(['no-change', 'no-change']);
      });
    }

    it('isn’t called off for another answer, which waits behind the first', () => {
      const first = answered({ mailing: UNDER_WAY });
      const current = nextOf(decided(first, [BOB, { do: 'reply', text: 'And this' }], settingAt(minute(24))));

      const decision = decided(current, ['system', CALL_OFF]);

      expect(outcomeOf(decision)).to.equal('no-change');
    });

    it('goes out before what comes later', () => {
      const decision = tickAt(answered({}, 'solved'), minute(2 * DAY));

      expect(outcomeOf(decision)).to.equal('mailing + closed -> closed, Ana, bot hears');
    });
  });

  describe('the mail to the next line', () => {
    const current = caseIn('claimed', { handingOver: 'e9' });
    const accepted = { do: 'handed-over', entry: 'e9' } as const;
    const failed = { do: 'not-handed-over', entry: 'e9', why: 'smtp-550' } as const;

    it('closes the case once it was accepted', () => {
      const decision = decided(current, ['system', accepted]);

      expect(outcomeOf(decision)).to.equal('closed -> closed, Ana, bot hears');
      expect(nextOf(decision)).to.deep.include({ closed: { at: AT_40, how: 'handed-over' }, handingOver: null });
    });

    it('leaves it as it is where it was not, and can be sent again', () => {
      const decision = decided(current, ['system', failed]);

      expect(eventsOf(decision)).to.deep.equal([{ kind: 'not-handed-over', why: 'smtp-550' }]);
      expect(nextOf(decision)).to.deep.include({ status: 'claimed', claim: current.claim, handingOver: null });
      const again = decided(
        nextOf(decision),
        [ANA, { do: 'escalate' }],
        settingAt(minute(41), { escalatesTo: 'mail' }),
      );
      expect(outcomeOf(again)).to.equal('escalated -> claimed, Ana, agent hears');
    });

    for (const action of [accepted, failed]) {
      it(`changes nothing where none is under way any more, or another one: ${action.do}`, () => {
        const others = [caseIn('claimed'), caseIn('withdrawn'), caseIn('claimed', { handingOver: 'e10' })];

        const outcomes = others.map((other) => outcomeOf(decided(other, ['system', action])));

        expect(outcomes).to.deep.equal(['no-change', 'no-change', 'no-change']);
      });
    }
  });

  describe('what a channel tells', () => {
    const open = { ...ANSWER, deliveredAt: null };
    const answered = (lastAnswer: LastAnswer = open) => caseIn('claimed', { lastAnswer });
    const undelivered = { do: 'undelivered', entry: 'a2', why: 'status-500', isFinal: false } as const;

    it('shows a case once', () => {
      const first = decided(caseIn('waiting'), ['system', { do: 'shown' }]);
      const second = decided(nextOf(first), ['system', { do: 'shown' }]);

      expect(outcomeOf(first)).to.equal('on-screen -> waiting, bot hears');
      expect(nextOf(first).isOnScreen).to.equal(true);
      expect(outcomeOf(second)).to.equal('no-change');
    });

    it('shows no case that is over', () => {
      const decision = decided(caseIn('withdrawn'), ['system', { do: 'shown' }]);

      expect(outcomeOf(decision)).to.equal('closed');
    });

    it('delivers the newest answer once', () => {
      const first = decided(answered(), ['system', { do: 'delivered', entry: 'a2' }]);
      const second = decided(nextOf(first), ['system', { do: 'delivered', entry: 'a2' }]);

      expect(nextOf(first).lastAnswer).to.deep.equal({ ...open, deliveredAt: AT_40 });
      expect(outcomeOf(second)).to.equal('no-change');
    });

    it('delivers one after all that was given up', () => {
      const decision = decided(answered({ ...open, failed: 'status-500' }), [
        'system',
        { do: 'delivered', entry: 'a2' },
      ]);

      expect(nextOf(decision).lastAnswer).to.deep.equal({ ...open, deliveredAt: AT_40 });
    });

    it('has nothing to tell of a message that was no answer', () => {
      const decision = decided(answered(), ['system', { do: 'delivered', entry: '' }]);

      expect(outcomeOf(decision)).to.equal('no-change');
    });

    it('delivers an earlier answer to the trail, and only remembers since when it waits to be read', () => {
      const decision = decided(answered(), ['system', { do: 'delivered', entry: 'a1' }]);

      expect(eventsOf(decision)).to.deep.equal([{ kind: 'delivered', entry: 'a1' }]);
      expect(nextOf(decision).lastAnswer).to.deep.equal({ ...open, unreadSince: AT_40 });
    });

    it('tells once that the newest answer wasn’t delivered', () => {
      const first = decided(answered(), ['system', undelivered]);
      const second = decided(nextOf(first), ['system', undelivered]);

      expect(eventsOf(first)).to.deep.equal([{ kind: 'not-delivered', entry: 'a2', why: 'status-500' }]);
      expect(nextOf(first)).to.deep.include({ lastAnswer: { ...open, failed: 'status-500' }, isUnreachable: false });
      expect(outcomeOf(second)).to.equal('no-change');
    });

    it('believes that an answer has arrived, whatever is told later', () => {
      const decision = decided(answered(ANSWER), ['system', undelivered]);

      expect(outcomeOf(decision)).to.equal('no-change');
    });

    for (const kind of KINDS) {
      it(`tells that somebody can’t be reached, and leaves the case as it is: ${kind}`, () => {
        const current = caseIn(kind, { lastAnswer: open });

        const decision = decided(current, ['system', { ...undelivered, isFinal: true }]);

        expect(eventsOf(decision).map(({ kind }) => kind)).to.deep.equal(['not-delivered', 'unreachable']);
        expect(nextOf(decision)).to.include({ isUnreachable: true, status: current.status });
      });
    }

    it('tells it once, also of a message that was no answer', () => {
      const action = { ...undelivered, entry: '', isFinal: true };
      const first = decided(answered(), ['system', action]);
      const second = decided(nextOf(first), ['system', action]);

      expect(eventsOf(first)).to.deep.equal([{ kind: 'unreachable' }]);
      expect(outcomeOf(second)).to.equal('no-change');
    });
  });
});

describe('the hand-made hours of these tests', () => {
  for (const [from, minutes, to] of [
    ['2026-03-02T09:30:00.000Z', 30, '2026-03-02T10:00:00.000Z'],
    ['2026-03-02T16:30:00.000Z', 60, '2026-03-03T09:30:00.000Z'],
    ['2026-03-02T03:00:00.000Z', 600, '2026-03-03T11:00:00.000Z'],
  ] as const) {
    it(`count ${minutes} open minutes from ${from}`, () => {
      const after = NINE_TO_FIVE.afterOpenMinutes(new Date(from), minutes);

      expect(after?.toISOString()).to.equal(to);
    });
  }

  it('are open when the cases are opened', () => {
    expect(NINE_TO_FIVE.isOpen(OPENED)).to.equal(true);
  });
});

function asked(): Case {
  return caseIn('claimed', { claim: claimOf(ANA, { isAsked: true }) });
}

function waiting(): Case {
  return caseIn('claimed', { claim: claimOf(ANA, { waitsForPerson: true }) });
}

function eventsOf(decision: Decision) {
  return decision.kind === 'done' ? decision.entries.map(({ event }) => event) : [];
}
