import { expect } from 'chai';
import { judgeClaims } from '../../../soak/slack/judgeClaims.ts';
import { CASE, kept } from '../desk/known.ts';

const CLAIMED = { kind: 'claimed' } as const;
const RELEASED = { kind: 'released' } as const;

describe('what is judged of claims in a soak run', () => {
  it('passes a case that was claimed once, and one that was let go of in between', () => {
    const found = [kept(CLAIMED), kept(CLAIMED, RELEASED, CLAIMED)].map((each) => {
      return judgeClaims(new Set([CASE.id]), [each]).failures;
    });

    expect(found).to.deep.equal([[], []]);
  });

  it('fails a claim that was answered and isn’t in the trail', () => {
    const { failures } = judgeClaims(new Set([CASE.id]), [kept()]);

    expect(failures).to.deep.equal([`${CASE.id} was claimed, and its trail doesn’t say so`]);
  });

  it('fails a case that was claimed twice', () => {
    const { failures } = judgeClaims(new Set([CASE.id]), [kept(CLAIMED, CLAIMED)]);

    expect(failures).to.deep.equal([`${CASE.id} was claimed 2 times, though nobody let go of it`]);
  });
});
