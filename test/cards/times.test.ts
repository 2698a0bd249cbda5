import { expect } from 'chai';
import type { Clock } from '../../src/cards/clock.ts';
import { en } from '../../src/cards/text/en.ts';
import type { AnswerPromise } from '../../src/helpdesk/hours/deskHours.ts';

type Says = keyof Pick<typeof en.times, 'time' | 'moment' | 'from' | 'until' | 'stamp' | 'day' | 'field'>;

/** Now, where, how it is said, when, what is read. */
const SAID: readonly (readonly [string, string, Says, string, string])[] = [
  ['2026-03-02T13:00Z', 'Europe/Berlin', 'time', '2026-03-02T13:02Z', '14:02'],
  ['2026-03-02T13:00Z', 'America/New_York', 'time', '2026-03-02T13:02Z', '8:02'],
  ['2026-03-02T13:00Z', 'Asia/Kathmandu', 'time', '2026-03-02T13:02Z', '18:47'],
  ['2026-03-02T13:00Z', 'Europe/Berlin', 'moment', '2026-03-02T13:02Z', 'today at 14:02'],
  ['2026-03-02T13:00Z', 'Europe/Berlin', 'moment', '2026-03-02T23:30Z', 'tomorrow at 0:30'],
  ['2026-03-02T13:00Z', 'Europe/Berlin', 'moment', '2026-03-01T08:00Z', 'yesterday at 9:00'],
  ['2026-03-02T13:00Z', 'Europe/Berlin', 'moment', '2026-03-06T08:00Z', 'on Friday at 9:00'],
  ['2026-03-02T13:00Z', 'Europe/Berlin', 'moment', '2026-03-09T08:00Z', 'on 9 March at 9:00'],
  ['2026-03-02T13:00Z', 'Europe/Berlin', 'moment', '2026-02-27T08:00Z', 'on 27 February at 9:00'],
  ['2026-12-30T13:00Z', 'Europe/Berlin', 'moment', '2027-01-11T08:00Z', 'on 11 January 2027 at 9:00'],
  ['2026-12-31T23:30Z', 'Europe/Berlin', 'moment', '2026-12-31T22:30Z', 'yesterday at 23:30'],
  ['2026-03-02T13:00Z', 'Europe/Berlin', 'from', '2026-03-03T08:00Z', 'tomorrow from 9:00'],
  // The clocks go forward in the night, so that day has 23 hours; and 25 in autumn.
  ['2026-03-28T12:00Z', 'Europe/Berlin', 'from', '2026-03-29T07:00Z', 'tomorrow from 9:00'],
  ['2026-03-28T23:30Z', 'Europe/Berlin', 'from', '2026-03-30T07:00Z', 'tomorrow from 9:00'],
  ['2026-10-24T12:00Z', 'Europe/Berlin', 'from', '2026-10-25T08:00Z', 'tomorrow from 9:00'],
  ['2026-10-24T22:30Z', 'Europe/Berlin', 'from', '2026-10-26T08:00Z', 'tomorrow from 9:00'],
  ['2026-03-02T13:00Z', 'Europe/Berlin', 'until', '2026-03-02T16:00Z', '17:00'],
  ['2026-03-02T13:00Z', 'Europe/Berlin', 'until', '2026-03-02T23:00Z', 'midnight'],
  ['2026-03-02T21:00Z', 'Europe/Berlin', 'until', '2026-03-03T05:00Z', '6:00 tomorrow'],
  ['2026-03-02T13:00Z', 'Europe/Berlin', 'stamp', '2026-03-02T13:02Z', '14:02'],
  ['2026-03-02T13:00Z', 'Europe/Berlin', 'stamp', '2026-03-01T13:02Z', '1 Mar, 14:02'],
  ['2026-03-02T13:00Z', 'Europe/Berlin', 'day', '2026-03-16T13:02Z', '16 March'],
  ['2026-03-02T13:00Z', 'Europe/Berlin', 'field', '2026-03-02T08:05Z', '09:05'],
];

describe('how times are said', () => {
  for (const [now, zone, says, at, expected] of SAID) {
    it(`${says} of ${at} at ${now} in ${zone}: ${expected}`, () => {
      const clock: Clock = { now: new Date(now), zone, isReaders: true };

      expect(en.times[says](new Date(at), clock)).to.equal(expected);
    });
  }

  for (const [zone, expected] of [
    ['Europe/Berlin', '14:02 (Berlin time)'],
    ['America/Argentina/Buenos_Aires', '10:02 (Buenos Aires time)'],
    ['Etc/UTC', '13:02 (UTC)'],
    ['UTC', '13:02 (UTC)'],
  ] as const) {
    it(`names ${zone} where it isn’t the reader’s own: ${expected}`, () => {
      const clock: Clock = { now: new Date('2026-03-02T13:00Z'), zone, isReaders: false };

      expect(en.times.time(new Date('2026-03-02T13:02Z'), clock)).to.equal(expected);
    });
  }

  it('tells times in UTC, and says so, where a channel names a zone that there isn’t', () => {
    const clock: Clock = { now: new Date('2026-03-02T13:00Z'), zone: 'Mars/Olympus', isReaders: true };

    expect(en.times.moment(new Date('2026-03-02T13:02Z'), clock)).to.equal('today at 13:02 (UTC)');
  });
});

/** What the desk's hours promise at some time, and what the person reads of it. */
const PROMISES: readonly (readonly [string, AnswerPromise, string])[] = [
  [
    '2026-03-02T13:00Z',
    { kind: 'open', until: new Date('2026-03-02T16:00Z') },
    'The helpdesk is open until 17:00; someone will answer you here today.',
  ],
  [
    '2026-03-02T15:45Z',
    { kind: 'open', until: new Date('2026-03-02T16:00Z') },
    'The helpdesk is open until 17:00. If nobody answers you here by then, someone will when it opens again.',
  ],
  [
    '2026-03-02T21:00Z',
    { kind: 'open', until: new Date('2026-03-03T05:00Z') },
    'The helpdesk is open until 6:00 tomorrow; someone will answer you here.',
  ],
  [
    '2026-03-02T20:00Z',
    { kind: 'open', until: new Date('2026-03-02T23:00Z') },
    'The helpdesk is open until midnight; someone will answer you here today.',
  ],
  [
    '2026-03-02T13:00Z',
    { kind: 'open', until: null },
    'The helpdesk is open day and night; someone will answer you here.',
  ],
  [
    '2026-03-02T18:00Z',
    { kind: 'closed', opensAt: new Date('2026-03-03T08:00Z') },
    'The helpdesk is closed now; the first answer comes here tomorrow from 9:00.',
  ],
  [
    '2026-03-06T18:00Z',
    { kind: 'closed', opensAt: new Date('2026-03-09T08:00Z') },
    'The helpdesk is closed now; the first answer comes here on Monday from 9:00.',
  ],
  ['2026-03-02T13:00Z', { kind: 'never' }, 'The answer comes here; I can’t say when. If it can’t wait: call 100'],
  ['2026-03-02T13:00Z', { kind: 'unknown' }, 'The answer comes here; I can’t say when. If it can’t wait: call 100'],
];

describe('what is promised', () => {
  for (const [now, promise, expected] of PROMISES) {
    it(`${promise.kind} at ${now}: ${expected}`, () => {
      const clock: Clock = { now: new Date(now), zone: 'Europe/Berlin', isReaders: true };

      expect(en.handOver.promise(promise, clock, 'call 100')).to.equal(expected);
    });
  }

  it('names the desk’s zone where it isn’t the reader’s', () => {
    const clock: Clock = { now: new Date('2026-03-02T13:00Z'), zone: 'Europe/Berlin', isReaders: false };
    const promise = { kind: 'open', until: new Date('2026-03-02T16:00Z') } as const;

    expect(en.handOver.promise(promise, clock, undefined)).to.contain('until 17:00 (Berlin time); ');
  });

  it('is nothing but that there will be an answer where no hours and no other way are known', () => {
    const clock: Clock = { now: new Date('2026-03-02T13:00Z'), zone: 'Europe/Berlin', isReaders: true };

    expect(en.handOver.promise({ kind: 'unknown' }, clock, undefined)).to.equal(
      'The answer comes here. I can’t say when.',
    );
  });
});
