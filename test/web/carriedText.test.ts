import { expect } from 'chai';
import { carriedText } from '../../web/carriedText.ts';

describe('a field that is drawn anew while somebody fills it in', () => {
  const table: readonly (readonly [when: string, initial: string, value: string, now: string, carried: string])[] = [
    ['keeps what was typed', '', 'my text', '', 'my text'],
    ['keeps what was typed after what stood there', 'one', 'one two', 'one', 'one two'],
    ['adds what came from elsewhere', 'one', 'one two', 'one\nthree', 'one two\nthree'],
    ['doesn’t add what is there already', '', 'three', 'three', 'three'],
    ['leaves what it can’t put together to the person', 'one', 'two', 'three', 'two'],
  ];
  for (const [when, initial, value, now, carried] of table) {
    it(when, () => {
      expect(carriedText({ initial, value }, now)).to.equal(carried);
    });
  }
});
