import { expect } from 'chai';
import { urgencyAt, urgencyDue, urgencyOf } from '../../../src/helpdesk/cases/urgency.ts';
import { CASES, caseIn, type Kind, minute } from './caseBench.ts';

describe('urgencyOf', () => {
  for (const [minutes, urgency] of [
    [-61, 'none'],
    [-60, 'running'],
    [0, 'running'],
    [0.01, 'now'],
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

describe('the steps of a meeting’s coming', () => {
  const startsAt = minute(120).toISOString();

  for (const [minutes, step] of [
    [59, undefined],
    [60, 'soon'],
    [109, 'soon'],
    [110, 'now'],
    [180, 'now'],
    [180.01, 'over'],
  ] as const) {
    it(`are at ${step} ${120 - minutes} minutes before it`, () => {
      expect(urgencyAt(startsAt, minute(minutes))).to.equal(step);
    });
  }

  it('are due one after another, each when the card says something else', () => {
    const due = ([undefined, 'soon', 'now', 'over'] as const).map((urgency) =>
      urgencyDue(caseIn('waiting', { startsAt, ...(urgency && { urgency }) })),
    );

    expect(due).to.deep.equal([
      { at: minute(60), step: 'soon' },
      { at: minute(110), step: 'now' },
      { at: new Date(minute(180).getTime() + 1), step: 'over' },
      null,
    ]);
    const said = due.map((each) => each && urgencyOf(caseIn('waiting', { startsAt }), each.at));
    expect(said).to.deep.equal(['soon', 'now', 'none', null]);
  });

  it('don’t come where no meeting is known, or nobody is needed any more', () => {
    const due = (['solved', 'closed', 'withdrawn'] as const).map((kind) => urgencyDue(caseIn(kind, { startsAt })));

    expect([...due, urgencyDue(caseIn('waiting')), urgencyAt(null, minute(0))]).to.deep.equal([
      ...[null, null, null, null, undefined],
    ]);
  });
});
