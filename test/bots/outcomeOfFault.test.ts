import { expect } from 'chai';
import { outcomeOfFault } from '../../src/bots/outcomeOfFault.ts';
import { AppError } from '../../src/errors.ts';

const timedOut = Object.assign(new Error('x'), { code: 'ETIMEDOUT' });
const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });

const OUTCOMES = [
  ['no token', new AppError('sign-in-failed', 'x'), { kind: 'not-taken', why: 'sign-in-failed' }],
  [
    'no token, for whatever reason',
    new AppError('sign-in-failed', 'x', { cause: timedOut }),
    { kind: 'not-taken', why: 'sign-in-failed' },
  ],
  [
    'a refused connection',
    new AppError('channel-failed', 'x', { cause: refused }),
    { kind: 'not-taken', why: 'ECONNREFUSED' },
  ],
  [
    'a connection that fell silent',
    new AppError('channel-failed', 'x', { cause: timedOut }),
    { kind: 'unclear', why: 'ETIMEDOUT' },
  ],
  ['something unknown', 'x', { kind: 'unclear', why: 'unexpected' }],
] as const;

describe('outcomeOfFault', () => {
  for (const [what, fault, outcome] of OUTCOMES) {
    it(`reads ${what} as ${outcome.kind}`, () => {
      expect(outcomeOfFault(fault)).to.deep.equal(outcome);
    });
  }
});
