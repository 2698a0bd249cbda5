import { expect } from 'chai';
import fc from 'fast-check';
import { AppError } from '../../../src/errors.ts';
import { createDeskHours } from '../../../src/helpdesk/hours/createDeskHours.ts';
import { BERLIN, type DeskSample, deskOf, inUtc, inWords, NEW_YORK, PROMISES } from './deskHoursTable.ts';

const WEEKDAYS: DeskSample = { hours: 'Mo-Fr 09:00-17:00' };

/** From a time, so many open minutes later. */
const PASSING: readonly (readonly [desk: DeskSample, from: string, minutes: number, then: string | null])[] = [
  [WEEKDAYS, '2026-01-05T10:00+01:00', 0, '2026-01-05T10:00+01:00'],
  [WEEKDAYS, '2026-01-05T10:00+01:00', -5, '2026-01-05T10:00+01:00'],
  [WEEKDAYS, '2026-01-05T10:00+01:00', 30, '2026-01-05T10:30+01:00'],
  [WEEKDAYS, '2026-01-05T16:45+01:00', 15, '2026-01-05T17:00+01:00'],
  [WEEKDAYS, '2026-01-05T16:45+01:00', 30, '2026-01-06T09:15+01:00'],
  [WEEKDAYS, '2026-01-05T20:00+01:00', 0, '2026-01-05T20:00+01:00'],
  [WEEKDAYS, '2026-01-05T20:00+01:00', 1, '2026-01-06T09:01+01:00'],
  [WEEKDAYS, '2026-01-09T16:45+01:00', 30, '2026-01-12T09:15+01:00'],
  [WEEKDAYS, '2026-01-05T09:00+01:00', 3 * 480, '2026-01-07T17:00+01:00'],
  [WEEKDAYS, '2026-01-05T09:00:30.500+01:00', 1, '2026-01-05T09:01:30.500+01:00'],
  [{ hours: 'Mo 09:00-12:00,13:00-17:00' }, '2026-01-05T11:50+01:00', 30, '2026-01-05T13:20+01:00'],
  [{ ...WEEKDAYS, holidays: ['2026-12-25'] }, '2026-12-24T16:50+01:00', 30, '2026-12-28T09:20+01:00'],
  // An hour that isn't there doesn't pass, and one that is there twice passes twice.
  [{ hours: 'Sa 22:00-06:00' }, '2026-03-29T01:50+01:00', 20, '2026-03-29T03:10+02:00'],
  [{ hours: 'Sa 22:00-06:00' }, '2026-10-25T02:50+02:00', 20, '2026-10-25T02:10+01:00'],
  [{ hours: 'Sa 22:00-06:00', zone: NEW_YORK }, '2026-03-08T01:50-05:00', 20, '2026-03-08T03:10-04:00'],
  [{ hours: 'Sa 22:00-06:00', zone: NEW_YORK }, '2026-11-01T01:50-04:00', 20, '2026-11-01T01:10-05:00'],
  // One hour a week, eight of them.
  [{ hours: 'Mo 09:00-10:00' }, '2026-01-05T09:00+01:00', 480, '2026-02-23T10:00+01:00'],
  [{ hours: 'always' }, '2026-01-05T03:00+01:00', 30, '2026-01-05T03:30+01:00'],
  [{ hours: 'Mo-Su 00:00-24:00' }, '2026-01-05T03:00+01:00', 30, '2026-01-05T03:30+01:00'],
  [{ hours: '' }, '2026-01-05T03:00+01:00', 30, '2026-01-05T03:30+01:00'],
  [{ hours: 'never' }, '2026-01-05T03:00+01:00', 30, null],
];

const nameOf = ({ hours, zone = BERLIN, holidays = [] }: DeskSample) =>
  `${hours === '' ? 'not set' : hours}${zone === BERLIN ? '' : ` in ${zone}`}${holidays.length > 0 ? ' with holidays' : ''}`;

describe('what a desk promises', () => {
  for (const [title, rows] of Object.entries(PROMISES)) {
    describe(`with ${title}`, () => {
      for (const [desk, at, promised] of rows) {
        it(`${nameOf(desk)}: at ${at} it is ${promised}`, () => {
          const promise = deskOf(desk).promise(new Date(at));

          expect(inWords(promise)).to.equal(inUtc(promised));
        });
      }
    });
  }
});

describe('open minutes', () => {
  for (const [desk, from, minutes, then] of PASSING) {
    it(`${nameOf(desk)}: ${minutes} from ${from} ${then === null ? 'never pass' : `have passed at ${then}`}`, () => {
      const passed = deskOf(desk).afterOpenMinutes(new Date(from), minutes);

      expect(passed?.toISOString() ?? null).to.equal(then === null ? null : new Date(then).toISOString());
    });
  }
});

describe('a desk', () => {
  it('is open where nobody has said what its hours are, and is not where it never is', () => {
    const at = new Date('2026-01-05T03:00Z');

    expect([deskOf({ hours: '' }).isOpen(at), deskOf({ hours: 'never' }).isOpen(at)]).to.deep.equal([true, false]);
  });

  it('does not look further ahead than a year and a bit', () => {
    const everyDay = Array.from({ length: 420 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10),
    );

    const promise = deskOf({ ...WEEKDAYS, holidays: everyDay }).promise(new Date('2026-01-05T08:00Z'));

    expect(promise).to.deep.equal({ kind: 'never' });
  });

  it('finds its way past a closed year', () => {
    const year = Array.from({ length: 365 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10),
    );

    const promise = deskOf({ ...WEEKDAYS, holidays: year }).promise(new Date('2026-01-05T08:00Z'));

    expect(inWords(promise)).to.equal('closed until 2027-01-05T08:00:00.000Z');
  });

  it('takes no zone that there isn’t', () => {
    expect(() => createDeskHours({ spans: 'always', zone: 'Mars/Phobos', holidays: [] }))
      .to.throw(AppError)
      .with.property('code', 'config-invalid');
  });

  it('says its zone', () => {
    expect(deskOf({ hours: 'always', zone: NEW_YORK }).zone).to.equal(NEW_YORK);
  });
});

describe('open minutes, whatever the hours', () => {
  const zones = [BERLIN, NEW_YORK, 'UTC', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Santiago'];
  const span = fc
    .record({
      day: fc.integer({ min: 1, max: 7 }),
      from: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 30, max: 1440 }),
    })
    .map(({ day, from, length }) => ({ day, from, to: from + length }));
  const date = fc
    .integer({ min: 0, max: 365 })
    .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
  const desk = fc
    .record({
      spans: fc.array(span, { minLength: 1, maxLength: 6 }),
      zone: fc.constantFrom(...zones),
      holidays: fc.array(date, { maxLength: 4 }),
    })
    .map(createDeskHours);
  const time = fc.date({ min: new Date('2026-01-01T00:00Z'), max: new Date('2026-12-31T00:00Z'), noInvalidDate: true });
  const minutes = fc.integer({ min: 0, max: 1_000 });
  const reach = (at: Date | null) => at?.getTime() ?? Number.POSITIVE_INFINITY;

  it('never pass earlier for a later start, or for more of them', () => {
    fc.assert(
      fc.property(desk, time, time, minutes, minutes, (hours, one, other, some, more) => {
        const [early, late] = one < other ? [one, other] : [other, one];

        expect(reach(hours.afterOpenMinutes(early, some))).to.be.at.most(reach(hours.afterOpenMinutes(late, some)));
        expect(reach(hours.afterOpenMinutes(early, some))).to.be.at.most(
          reach(hours.afterOpenMinutes(early, some + more)),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('add up', () => {
    fc.assert(
      fc.property(desk, time, minutes, minutes, (hours, from, first, second) => {
        const between = hours.afterOpenMinutes(from, first);
        const then = between && hours.afterOpenMinutes(between, second);

        expect(then?.toISOString()).to.equal(hours.afterOpenMinutes(from, first + second)?.toISOString());
      }),
      { numRuns: 100 },
    );
  });

  it('agree with what is promised', () => {
    fc.assert(
      fc.property(desk, time, (hours, at) => {
        const promise = hours.promise(at);

        expect(hours.isOpen(at)).to.equal(promise.kind === 'open');
        if (promise.kind === 'open' && promise.until !== null) {
          expect(hours.isOpen(new Date(promise.until.getTime() - 1))).to.equal(true);
          expect(hours.isOpen(promise.until)).to.equal(false);
        }
        if (promise.kind === 'closed') {
          expect(hours.isOpen(new Date(promise.opensAt.getTime() - 1))).to.equal(false);
          expect(hours.isOpen(promise.opensAt)).to.equal(true);
          expect(hours.afterOpenMinutes(at, 1)?.getTime()).to.be.at.least(promise.opensAt.getTime() + 60_000);
        }
      }),
      { numRuns: 100 },
    );
  });
});
