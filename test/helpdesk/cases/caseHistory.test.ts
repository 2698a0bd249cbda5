import { expect } from 'chai';
import fc from 'fast-check';
import type { Case } from '../../../src/helpdesk/cases/case.ts';
import { decideForSystem } from '../../../src/helpdesk/cases/decideForSystem.ts';
import { brokenInvariants } from '../../../src/helpdesk/cases/invariants.ts';
import { nextDue } from '../../../src/helpdesk/cases/nextDue.ts';
import { entriesOf, histories, live, type Moment } from './history.ts';

const RUNS = { numRuns: 200 };

describe('a case, whatever happens to it', () => {
  it('is sound', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { last, moments } = live(history);

        for (const each of casesOf(moments, last)) expect(brokenInvariants(each)).to.deep.equal([]);
      }),
      RUNS,
    );
  });

  it('counts what was done, and says of each what happened', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { last, moments } = live(history);

        const done = moments.filter(({ decision }) => decision.kind === 'done');
        expect(last.revision).to.equal(1 + done.length);
        expect(done.every(({ decision }) => decision.kind === 'done' && decision.entries.length > 0)).to.equal(true);
      }),
      RUNS,
    );
  });

  it('writes each line of its trail once, with its own time', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { moments } = live(history);

        const entries = entriesOf(moments);
        expect(new Set(entries.map(({ id }) => id)).size).to.equal(entries.length);
        for (const moment of moments) {
          const times = entriesOf([moment]).map(({ at }) => at);
          expect(times.every((time) => time === moment.setting.at.toISOString())).to.equal(true);
        }
      }),
      RUNS,
    );
  });

  it('comes back from storage the same', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { last } = live(history);

        expect(JSON.parse(JSON.stringify(last))).to.deep.equal(last);
      }),
      RUNS,
    );
  });

  it('carries nothing to the person but what an agent has written or sent to them', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { moments } = live(history);

        const carried = entriesOf(moments).filter(({ event }) => ANSWERS.includes(event.kind));
        expect(carried.every(({ by }) => by.kind === 'agent')).to.equal(true);
      }),
      RUNS,
    );
  });

  it('has nothing happen by itself before it is due, and something when it is', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { last, moments } = live(history);
        const due = nextDue(last, history.rules);
        const setting = moments.at(-1)?.setting;
        fc.pre(due !== null && setting !== undefined);

        const tick = (at: number) => decideForSystem(last, { do: 'tick' }, { ...setting, at: new Date(at) }).kind;

        expect([tick(due.getTime() - 1), tick(due.getTime())]).to.deep.equal(['refused', 'done']);
      }),
      RUNS,
    );
  });

  it('has nothing left to happen right after it has', () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: 100_000 }), (history, later) => {
        const { last, moments } = live(history);
        const setting = moments.at(-1)?.setting;
        fc.pre(setting !== undefined);
        const then = { ...setting, at: new Date(setting.at.getTime() + later * 60_000) };
        const first = decideForSystem(last, { do: 'tick' }, then);
        fc.pre(first.kind === 'done');

        const second = decideForSystem(first.next, { do: 'tick' }, then);

        expect(second.kind).to.equal('refused');
        expect(brokenInvariants(first.next)).to.deep.equal([]);
        expect(nextDue(first.next, history.rules)?.getTime() ?? Number.POSITIVE_INFINITY).to.be.above(
          then.at.getTime(),
        );
      }),
      RUNS,
    );
  });

  it('has everything happen to it that can', () => {
    const events = fc
      .sample(histories, { seed: 20_260_302, numRuns: 3_000 })
      .flatMap((history) => entriesOf(live(history).moments).map(({ event }) => event));

    expect([...new Set(events.map(({ kind }) => kind))].sort()).to.deep.equal(KINDS);
    const whys = events.map((event) => (event.kind === 'not-mailed' ? event.why : null));
    expect(whys).to.include.members(['smtp-550', 'unclear']);
  });
});

const ANSWERS: readonly string[] = ['reply', 'question', 'file-out'];

/** Every kind of event but `opened`, so that the properties above can’t hold for want of trying. */
const KINDS = [
  'added',
  'answers-changed',
  'asked-still',
  'assigned',
  'calling',
  'claimed',
  'closed',
  'delivered',
  'diagnosed',
  'escalated',
  'expired',
  'file-in',
  'file-out',
  'mail-called-off',
  'mailed',
  'mailing',
  'message',
  'not-delivered',
  'not-handed-over',
  'not-mailed',
  'note',
  'on-screen',
  'question',
  'read',
  'released',
  'reopened',
  'repeated',
  'reply',
  'solved',
  'step',
  'still-on-it',
  'stuck',
  'talks-to',
  'unreachable',
  'urgency',
  'way-in',
];

function casesOf(moments: readonly Moment[], last: Case): Case[] {
  return [...moments.map(({ before }) => before), last];
}
