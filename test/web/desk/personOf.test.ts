import { expect } from 'chai';
import type { ListedCase, ShownCase, TrailLine } from '../../../web/desk/deskTypes.ts';
import { personOf } from '../../../web/desk/personOf.ts';

const LINE: TrailLine = {
  id: 'e',
  at: new Date(0),
  time: '1:00',
  who: '',
  kind: 'said',
  side: 'person',
  text: '',
  file: null,
};
const LISTED: ListedCase = { id: 'UN-1', title: '', who: 'Luis, a guest', status: 'waiting', state: '', urgency: null };

function shown(...trail: readonly TrailLine[]): ShownCase {
  return { id: 'UN-1', revision: 1, card: {}, trail };
}

describe('the person whose case it is', () => {
  it('is who has said something on their side', () => {
    const ana: TrailLine = { ...LINE, side: 'desk', who: 'Ana' };

    expect(personOf(shown(ana, LINE, { ...LINE, who: 'Luis' }), LISTED)).to.equal('Luis');
  });

  it('is who the list names, while they have said nothing', () => {
    expect(personOf(shown(), LISTED)).to.equal('Luis, a guest');
    expect(personOf(null, LISTED)).to.equal('Luis, a guest');
  });

  it('isn’t known where neither tells', () => {
    expect(personOf(shown(), null)).to.equal(null);
    expect(personOf(null, { ...LISTED, who: '' })).to.equal(null);
  });
});
