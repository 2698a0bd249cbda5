import { expect } from 'chai';
import { patienceOf } from '../../../src/bots/outbox/patienceOf.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('how long a row of the outbox is tried', () => {
  for (const [kind, longest] of [
    ['case-card', Number.POSITIVE_INFINITY],
    ['thread', Number.POSITIVE_INFINITY],
    ['person', DAY],
    ['answer-mail', DAY],
    ['escalation-mail', 60 * MINUTE],
    ['open-cases', Number.POSITIVE_INFINITY],
    ['old-card', DAY],
    ['fetch-file', 10 * MINUTE],
    ['loose-files', DAY],
    ['constructor', DAY],
    [undefined, DAY],
  ] as const) {
    it(`is ${longest} milliseconds where its kind is ${kind}`, () => {
      expect(patienceOf({ payload: { kind } })).to.equal(longest);
    });
  }
});
