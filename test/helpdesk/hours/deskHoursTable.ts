import { openingHours } from '../../../src/config/openingHours.ts';
import { createDeskHours } from '../../../src/helpdesk/hours/createDeskHours.ts';
import type { AnswerPromise, DeskHours } from '../../../src/helpdesk/hours/deskHours.ts';

/** A desk as somebody configures it. */
export interface DeskSample {
  readonly hours: string;
  readonly zone?: string;
  readonly holidays?: readonly string[];
}

/** At a time with its offset, what is promised, in the same form. */
export type PromiseRow = readonly [desk: DeskSample, at: string, promised: string];

export const BERLIN = 'Europe/Berlin';
export const NEW_YORK = 'America/New_York';

const WEEKDAYS = 'Mo-Fr 09:00-17:00';
const CHRISTMAS = ['2026-12-25'];
const NIGHTS = 'Mo-Su 22:00-06:00';

/** 2026: clocks go forward on 29 March in Berlin and on 8 March in New York, back on 25 October and 1 November. */
export const PROMISES: Readonly<Record<string, readonly PromiseRow[]>> = {
  'a week of office hours': [
    [{ hours: WEEKDAYS }, '2026-01-05T08:59:59+01:00', 'closed until 2026-01-05T09:00+01:00'],
    [{ hours: WEEKDAYS }, '2026-01-05T09:00:00+01:00', 'open until 2026-01-05T17:00+01:00'],
    [{ hours: WEEKDAYS }, '2026-01-05T16:59:59+01:00', 'open until 2026-01-05T17:00+01:00'],
    [{ hours: WEEKDAYS }, '2026-01-05T17:00:00+01:00', 'closed until 2026-01-06T09:00+01:00'],
    [{ hours: WEEKDAYS }, '2026-01-09T17:00:00+01:00', 'closed until 2026-01-12T09:00+01:00'],
    [{ hours: `${WEEKDAYS}; Sa 10:00-12:00` }, '2026-01-09T18:00:00+01:00', 'closed until 2026-01-10T10:00+01:00'],
    [{ hours: WEEKDAYS, zone: NEW_YORK }, '2026-01-05T14:30:00+01:00', 'closed until 2026-01-05T09:00-05:00'],
  ],
  'spans that touch, overlap, or leave a break': [
    [{ hours: 'Mo 09:00-12:00,12:00-17:00' }, '2026-01-05T10:00+01:00', 'open until 2026-01-05T17:00+01:00'],
    [{ hours: 'Mo 09:00-13:00; Mo 12:00-17:00' }, '2026-01-05T10:00+01:00', 'open until 2026-01-05T17:00+01:00'],
    [{ hours: 'Mo 12:00-13:00,09:00-17:00' }, '2026-01-05T12:30+01:00', 'open until 2026-01-05T17:00+01:00'],
    [{ hours: 'Mo 09:00-12:00,13:00-17:00' }, '2026-01-05T12:00+01:00', 'closed until 2026-01-05T13:00+01:00'],
    [{ hours: 'Mo 20:00-24:00; Tu 00:00-04:00' }, '2026-01-05T23:00+01:00', 'open until 2026-01-06T04:00+01:00'],
    [{ hours: 'Mo 20:00-24:00; Tu 00:01-04:00' }, '2026-01-05T23:00+01:00', 'open until 2026-01-06T00:00+01:00'],
  ],
  'a shift over midnight': [
    [{ hours: NIGHTS }, '2026-01-05T21:59+01:00', 'closed until 2026-01-05T22:00+01:00'],
    [{ hours: NIGHTS }, '2026-01-06T00:00+01:00', 'open until 2026-01-06T06:00+01:00'],
    [{ hours: 'Fr 22:00-06:00' }, '2026-01-10T05:59+01:00', 'open until 2026-01-10T06:00+01:00'],
    [{ hours: 'Fr 22:00-06:00' }, '2026-01-10T06:00+01:00', 'closed until 2026-01-16T22:00+01:00'],
    [{ hours: 'Su 22:00-06:00; Mo 06:00-14:00' }, '2026-01-04T23:00+01:00', 'open until 2026-01-05T14:00+01:00'],
  ],
  holidays: [
    // 2026-12-25 is a Friday.
    [{ hours: WEEKDAYS, holidays: CHRISTMAS }, '2026-12-24T17:00+01:00', 'closed until 2026-12-28T09:00+01:00'],
    [{ hours: WEEKDAYS, holidays: CHRISTMAS }, '2026-12-25T10:00+01:00', 'closed until 2026-12-28T09:00+01:00'],
    [{ hours: NIGHTS, holidays: CHRISTMAS }, '2026-12-25T01:00+01:00', 'open until 2026-12-25T06:00+01:00'],
    [{ hours: NIGHTS, holidays: CHRISTMAS }, '2026-12-25T23:00+01:00', 'closed until 2026-12-26T22:00+01:00'],
    [
      { hours: 'Mo-Su 00:00-24:00', holidays: CHRISTMAS },
      '2026-12-24T12:00+01:00',
      'open until 2026-12-25T00:00+01:00',
    ],
    [
      { hours: 'Mo-Su 00:00-24:00', holidays: CHRISTMAS },
      '2026-12-25T12:00+01:00',
      'closed until 2026-12-26T00:00+01:00',
    ],
    [
      { hours: WEEKDAYS, holidays: ['2026-12-25', '2026-12-28', '2026-12-29', '2026-01-01'] },
      '2026-12-24T18:00+01:00',
      'closed until 2026-12-30T09:00+01:00',
    ],
  ],
  'clocks that go forward in Berlin': [
    [{ hours: 'Su 01:00-04:00' }, '2026-03-29T00:00+01:00', 'closed until 2026-03-29T01:00+01:00'],
    [{ hours: 'Su 01:00-04:00' }, '2026-03-29T01:30+01:00', 'open until 2026-03-29T04:00+02:00'],
    [{ hours: 'Su 02:30-04:00' }, '2026-03-29T01:30+01:00', 'closed until 2026-03-29T03:00+02:00'],
    [{ hours: 'Su 01:00-02:30' }, '2026-03-29T01:30+01:00', 'open until 2026-03-29T03:00+02:00'],
    [{ hours: 'Su 02:10-02:50' }, '2026-03-29T01:30+01:00', 'closed until 2026-04-05T02:10+02:00'],
    [{ hours: 'Su 02:00-03:00' }, '2026-03-29T01:30+01:00', 'closed until 2026-04-05T02:00+02:00'],
    [{ hours: 'Sa 22:00-06:00' }, '2026-03-28T23:00+01:00', 'open until 2026-03-29T06:00+02:00'],
    [{ hours: WEEKDAYS }, '2026-03-27T17:00+01:00', 'closed until 2026-03-30T09:00+02:00'],
  ],
  'clocks that go back in Berlin': [
    [{ hours: 'Su 01:00-04:00' }, '2026-10-25T01:30+02:00', 'open until 2026-10-25T04:00+01:00'],
    [{ hours: 'Su 02:30-04:00' }, '2026-10-25T01:30+02:00', 'closed until 2026-10-25T02:30+02:00'],
    [{ hours: 'Su 01:00-02:30' }, '2026-10-25T01:30+02:00', 'open until 2026-10-25T02:30+02:00'],
    [{ hours: 'Su 01:00-02:30,02:30-04:00' }, '2026-10-25T01:30+02:00', 'open until 2026-10-25T04:00+01:00'],
    [{ hours: 'Su 01:00-03:00' }, '2026-10-25T01:30+02:00', 'open until 2026-10-25T03:00+01:00'],
    [{ hours: 'Sa 22:00-06:00' }, '2026-10-24T23:00+02:00', 'open until 2026-10-25T06:00+01:00'],
    [{ hours: WEEKDAYS }, '2026-10-23T17:00+02:00', 'closed until 2026-10-26T09:00+01:00'],
  ],
  'clocks that go forward in New York': [
    [{ hours: 'Su 02:30-05:00', zone: NEW_YORK }, '2026-03-08T01:00-05:00', 'closed until 2026-03-08T03:00-04:00'],
    [{ hours: 'Su 01:00-02:15', zone: NEW_YORK }, '2026-03-08T01:00-05:00', 'open until 2026-03-08T03:00-04:00'],
    [{ hours: 'Sa 22:00-06:00', zone: NEW_YORK }, '2026-03-08T01:59-05:00', 'open until 2026-03-08T06:00-04:00'],
  ],
  'clocks that go back in New York': [
    [{ hours: 'Su 01:30-05:00', zone: NEW_YORK }, '2026-11-01T00:30-04:00', 'closed until 2026-11-01T01:30-04:00'],
    [{ hours: 'Su 00:00-01:30', zone: NEW_YORK }, '2026-11-01T00:30-04:00', 'open until 2026-11-01T01:30-04:00'],
    [{ hours: 'Su 00:00-01:30', zone: NEW_YORK }, '2026-11-01T01:30-05:00', 'closed until 2026-11-08T00:00-05:00'],
    [{ hours: 'Sa 22:00-06:00', zone: NEW_YORK }, '2026-11-01T01:30-05:00', 'open until 2026-11-01T06:00-05:00'],
  ],
  'a zone that changes by half an hour, and one that skipped a day': [
    // Lord Howe Island: 2026-10-04, from 02:00 to 02:30.
    [{ hours: 'Su 02:15-05:00', zone: 'Australia/Lord_Howe' }, '2026-10-03T15:00Z', 'closed until 2026-10-03T15:30Z'],
    // Samoa had no 2011-12-30, a Friday.
    [{ hours: 'Fr 09:00-17:00', zone: 'Pacific/Apia' }, '2011-12-30T00:00Z', 'closed until 2012-01-05T19:00Z'],
    [{ hours: 'Th 22:00-06:00', zone: 'Pacific/Apia' }, '2011-12-30T09:00Z', 'open until 2011-12-30T10:00Z'],
  ],
  'no end, or no beginning': [
    [{ hours: 'always' }, '2026-01-05T03:00+01:00', 'open for ever'],
    [{ hours: 'Mo-Su 00:00-24:00' }, '2026-01-05T03:00+01:00', 'open for ever'],
    [{ hours: 'Mo-Su 12:00-12:30,12:30-12:00' }, '2026-01-05T03:00+01:00', 'open for ever'],
    [{ hours: 'never' }, '2026-01-05T03:00+01:00', 'never'],
    [{ hours: 'never', holidays: CHRISTMAS }, '2026-12-25T03:00+01:00', 'never'],
    [{ hours: '' }, '2026-01-05T03:00+01:00', 'unknown'],
  ],
};

/** The desk of a sample; no hours at all for ''. */
export function deskOf({ hours, zone = BERLIN, holidays = [] }: DeskSample): DeskHours {
  return createDeskHours({ spans: hours === '' ? 'unknown' : openingHours.parse(hours), zone, holidays });
}

/** A promise in the words of the tables, with times in UTC. */
export function inWords(promise: AnswerPromise): string {
  switch (promise.kind) {
    case 'open':
      return promise.until === null ? 'open for ever' : `open until ${promise.until.toISOString()}`;
    case 'closed':
      return `closed until ${promise.opensAt.toISOString()}`;
    case 'never':
    case 'unknown':
      return promise.kind;
  }
}

/** The same words with their time in UTC. */
export function inUtc(words: string): string {
  return words.replace(/\d{4}-\S+$/, (time) => new Date(time).toISOString());
}
