import { expect } from 'chai';
import { parseBegun } from '../../src/cards/actions.ts';

describe('what stands in the fields beside a typed message', () => {
  for (const [what, value, expected] of [
    ['fields', { card: 'c', fields: { text: 'a', startsAt: '14:30' } }, { text: 'a', startsAt: '14:30' }],
    ['fields of another card', { card: 'c', fields: { link: 'https://a.example' } }, {}],
    ['no fields', { card: 'c' }, null],
    ['no card', { fields: { text: 'a' } }, null],
    ['no text', { card: 'c', fields: { text: 1 } }, null],
    ['nothing', undefined, null],
  ] as const) {
    it(`is read from ${what} as ${JSON.stringify(expected)}`, () => {
      expect(parseBegun(value)?.fields ?? null).to.deep.equal(expected);
    });
  }
});
