import { expect } from 'chai';
import type { ListedCase } from '../../../web/desk/deskTypes.ts';
import { newlyUrgent, urgentCases } from '../../../web/desk/urgentCases.ts';

function listed(id: string, status: string, urgency: string | null): ListedCase {
  return { id, title: 't', who: 'w', status, state: 's', urgency };
}

const URGENT = listed('UN-1', 'waiting', 'Meeting at 14:00');
const TAKEN = listed('UN-2', 'claimed', 'Meeting at 14:00');
const CALM = listed('UN-3', 'waiting', null);

describe('urgent cases at the desk', () => {
  it('are those that wait, and that somebody’s meeting depends on', () => {
    expect(urgentCases([URGENT, TAKEN, CALM])).to.deep.equal([URGENT]);
  });

  it('are new when they weren’t there, weren’t urgent, or had been taken', () => {
    const before = [URGENT, TAKEN, CALM];
    const released = { ...TAKEN, status: 'waiting' };
    const hurried = { ...CALM, urgency: 'It’s stuck' };
    const added = listed('UN-4', 'waiting', 'Many people');

    expect(newlyUrgent(before, [URGENT, released, hurried, added])).to.deep.equal([released, hurried, added]);
  });
});
