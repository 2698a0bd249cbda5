import { expect } from 'chai';
import { addressOf, caseIn } from '../../../web/desk/caseAddress.ts';
import { credentialIn } from '../../../web/desk/credential.ts';

describe('what stands behind the # of the desk’s address', () => {
  for (const [hash, credential] of [
    ['#token=abc', { kind: 'token', value: 'abc' }],
    ['#link=a.b-c_d', { kind: 'link', value: 'a.b-c_d' }],
    ['#token=', null],
    ['#case=UN-1', null],
    ['', null],
  ] as const) {
    it(`opens ${credential?.kind ?? 'nothing'} in ${hash || 'nothing'}`, () => {
      expect(credentialIn(hash)).to.deep.equal(credential);
    });
  }

  for (const id of ['UN-7K3Q-M4', 'a&b=c #1', null]) {
    it(`names the case ${id}, and gives it back`, () => {
      expect(caseIn(addressOf(id))).to.equal(id);
    });
  }

  it('names no case in a credential', () => {
    expect(caseIn('#token=abc')).to.equal(null);
  });
});
