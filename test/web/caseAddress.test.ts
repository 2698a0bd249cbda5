import { expect } from 'chai';
import { secretIn } from '../../web/caseAddress.ts';

describe('the address of the link to a case', () => {
  for (const [path, secret] of [
    ['/c/abcdefghij-_ABCDEFGHIJ', 'abcdefghij-_ABCDEFGHIJ'],
    ['/', null],
    ['/c/', null],
    ['/c/short', null],
    ['/c/abcdefghij-_ABCDEFGHIJK', null],
    ['/c/abcdefghij%2FABCDEFGHIJ', null],
    ['/d/abcdefghij-_ABCDEFGHIJ', null],
  ] as const) {
    it(`has ${secret === null ? 'no secret' : 'its secret'} in ${path}`, () => {
      expect(secretIn(path)).to.equal(secret);
    });
  }
});
