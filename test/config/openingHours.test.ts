import { expect } from 'chai';
import { openingHours } from '../../src/config/openingHours.ts';

/** Days of a week, and spans in hours, as one reads them on a door. */
const READ: readonly (readonly [text: string, spans: readonly string[]])[] = [
  ['Mo 09:00-17:00', ['1 540-1020']],
  ['mo 9:00-17:00', ['1 540-1020']],
  ['Mo-We 09:00-17:00', ['1 540-1020', '2 540-1020', '3 540-1020']],
  ['Mo,We 09:00-17:00', ['1 540-1020', '3 540-1020']],
  ['Mo - Tu , Fr  09:00 - 17:00', ['1 540-1020', '2 540-1020', '5 540-1020']],
  ['Mo,Mo-Tu 09:00-17:00', ['1 540-1020', '2 540-1020']],
  ['Sa-Mo 10:00-12:00', ['6 600-720', '7 600-720', '1 600-720']],
  ['Mo-Mo 10:00-12:00', ['1 600-720']],
  ['Mo 09:00-12:00,13:00-17:00', ['1 540-720', '1 780-1020']],
  ['Mo 09:00-12:00, 13:00-17:00', ['1 540-720', '1 780-1020']],
  ['Mo 09:00-17:00; Sa 10:00-12:00', ['1 540-1020', '6 600-720']],
  ['Mo 09:00-17:00; Mo 18:00-20:00;', ['1 540-1020', '1 1080-1200']],
  ['Su 00:00-24:00', ['7 0-1440']],
  ['Fr 22:00-06:00', ['5 1320-1800']],
  ['Fr 22:00-00:00', ['5 1320-1440']],
];

const WORDS = [
  ['always', 'always'],
  ['Never', 'never'],
] as const;

const REFUSED: readonly (readonly [text: string, ...advice: string[]])[] = [
  ['9 to 5', 'write days, a space and times'],
  ['Mo-Fr', 'write days, a space and times'],
  ['Mo-Fr09:00-17:00', 'write days, a space and times'],
  ['09:00-17:00', 'write days, a space and times'],
  [';', 'write at least one day'],
  ['Mon-Fri 09:00-17:00', 'write days as Mo, Tu, We'],
  ['Mo–Fr 09:00-17:00', 'write days as Mo, Tu, We'],
  ['Mo-Tu-We 09:00-17:00', 'write days as Mo, Tu, We'],
  ['Mo 9-17', 'write times as 09:00-17:00'],
  ['Mo 09:00', 'write times as 09:00-17:00'],
  ['Mo 09:00-17:60', 'write times as 09:00-17:00'],
  ['Mo 09:00-24:01', 'write times as 09:00-17:00'],
  ['Mo 24:00-06:00', 'write times as 09:00-17:00'],
  ['Mo 09:00-12:00-17:00', 'write times as 09:00-17:00'],
  ['Mo 09:00-12:00,', 'write times as 09:00-17:00'],
  ['Mo 09:00-09:00', 'write 00:00-24:00 for a whole day'],
  ['Mo 9am-5pm; Tu 09:00-17:00; Xx 09:00-17:00', 'in part 1, write times', 'in part 3, write days'],
  ['always; Mo 09:00-17:00', 'in part 1, write days, a space and times'],
];

describe('the hours of a helpdesk', () => {
  for (const [text, spans] of READ) {
    it(`are read: ${text}`, () => {
      const hours = openingHours.parse(text);

      const read = Array.isArray(hours) ? hours.map(({ day, from, to }) => `${day} ${from}-${to}`) : hours;
      expect(read).to.deep.equal(spans);
    });
  }

  for (const [text, word] of WORDS) {
    it(`may be one word: ${text}`, () => {
      expect(openingHours.parse(text)).to.equal(word);
    });
  }

  for (const [text, ...advice] of REFUSED) {
    it(`are refused with what to write: ${text}`, () => {
      const messages = openingHours.safeParse(text).error?.issues.map(({ message }) => message) ?? [];

      expect(messages).to.have.lengthOf(advice.length);
      for (const [at, message] of messages.entries()) {
        expect(message)
          .to.match(/^must be always, never, or hours such as /)
          .and.include(advice[at]);
      }
    });
  }

  it('are read in no time, whatever is written', () => {
    for (const piece of ['Mo-', 'Mo,', '-', ' - ', '0', '09:00-', 'x ']) {
      const text = piece.repeat(20_000);
      const start = performance.now();

      openingHours.safeParse(text);

      expect(performance.now() - start, piece).to.be.below(500);
    }
  });
});
