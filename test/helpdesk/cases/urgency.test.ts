import { expect } from 'chai';
import { urgencyOf } from '../../../src/helpdesk/cases/urgency.ts';
import { CASES, caseIn, type Kind, minute } from './caseBench.ts';

describe('urgencyOf', () => {
  for (const [minutes, urgency] of [
    [-61, 'none'],
    [-60, 'now'],
    [0, 'now'],
    [10, 'now'],
    [10.01, 'soon'],
    [60, 'soon'],
    [60.01, 'none'],
    [24 * 60, 'none'],
  ] as const) {
    it(`is ${urgency} when the meeting starts in ${minutes} minutes`, () => {
      const current = caseIn('waiting', { startsAt: minute(minutes).toISOString() });

      expect(urgencyOf(current, minute(0))).to.equal(urgency);
    });
  }

  it('is none of a case whose meeting isn’t known', () => {
    expect(urgencyOf(caseIn('waiting'), minute(0))).to.equal('none');
  });

  it('is none of what needs nobody any more', () => {
    const startsAt = minute(0).toISOString();

    const urgent = (Object.keys(CASES) as Kind[]).filter(
      (kind) => urgencyOf(caseIn(kind, { startsAt }), minute(0)) !== 'none',
    );

    expect(urgent).to.deep.equal(['waiting', 'claimed', 'claimed, bot heard']);
  });
});
