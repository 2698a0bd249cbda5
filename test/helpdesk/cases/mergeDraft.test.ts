import { expect } from 'chai';
import { mergeDraft } from '../../../src/helpdesk/cases/mergeDraft.ts';
import type { Draft } from '../../../src/knowledge/index.ts';
import { caseIn } from './caseBench.ts';

const KNOWN: Draft = {
  ...caseIn('waiting').draft,
  outcomes: { 'client/restart': 'still-broken' },
  branches: { 'client/which': 'old' },
  confirmed: ['client/reset'],
};
const current = (draft: Partial<Draft> = {}) => caseIn('waiting', { draft: { ...KNOWN, ...draft } });
const step = (step: string, outcome: string) => ({ kind: 'step', step, outcome });

describe('mergeDraft', () => {
  for (const [what, known, said, events] of [
    ['nothing new', {}, {}, []],
    ['a new step', {}, { outcomes: { 'client/cache': 'cannot' } }, [step('client/cache', 'cannot')]],
    ['another outcome', {}, { outcomes: { 'client/restart': 'left' } }, [step('client/restart', 'left')]],
    ['fewer steps, since they went back', {}, { outcomes: {} }, []],
    ['the way in', {}, { wayIn: 'no-luck' }, [{ kind: 'way-in', outcome: 'no-luck' }]],
    ['the same way in', { wayIn: 'no-luck' }, { wayIn: 'no-luck' }, []],
    ['another answer', {}, { answers: { users: 'multiple' } }, [{ kind: 'answers-changed' }]],
    ['another symptom', {}, { symptom: 'page-not-found' }, [{ kind: 'answers-changed' }]],
    ['an answer that is being changed', {}, { answers: {} }, []],
    ['the card that is shown, and nothing else', {}, { aside: 'help', listing: 'client' }, []],
    ['a case that was stopped', {}, { started: false, cancelled: true, answers: {}, outcomes: {} }, []],
    ['answers before it was begun', {}, { started: false, answers: { users: 'multiple' } }, []],
    [
      'what had helped, taken back',
      { outcomes: { 'client/restart': 'fixed' } },
      { outcomes: {} },
      [{ kind: 'answers-changed' }],
    ],
    ['the way in, taken back', { wayIn: 'got-in' }, {}, [{ kind: 'answers-changed' }]],
    ['what had helped, while stopped', { wayIn: 'got-in' }, { started: false }, []],
    [
      'several things at once',
      {},
      {
        answers: { users: 'multiple' },
        outcomes: { 'client/cache': 'left', 'client/reset': 'cannot' },
        wayIn: 'no-luck',
      },
      [
        { kind: 'answers-changed' },
        step('client/cache', 'left'),
        step('client/reset', 'cannot'),
        { kind: 'way-in', outcome: 'no-luck' },
      ],
    ],
  ] as const satisfies readonly (readonly [string, Partial<Draft>, Partial<Draft>, readonly object[]])[]) {
    it(`tells of ${what}`, () => {
      const merged = mergeDraft(current(known), { ...KNOWN, ...said });

      expect(merged.events).to.deep.equal(events);
    });
  }

  it('loses nothing by starting over', () => {
    const over: Draft = {
      ...KNOWN,
      answers: { users: 'multiple' },
      outcomes: {},
      branches: {},
      confirmed: [],
      fixing: false,
    };
    const { symptom: _, ...said } = over;

    const { draft } = mergeDraft(current(), said);

    expect(draft).to.deep.equal({ ...KNOWN, answers: { ...KNOWN.answers, users: 'multiple' } });
  });

  for (const [what, said, isSolved] of [
    ['a step that helped', { outcomes: { 'client/cache': 'fixed' } }, true],
    ['the way in', { wayIn: 'got-in' }, true],
    ['a step that didn’t', { outcomes: { 'client/cache': 'still-broken' } }, false],
  ] as const satisfies readonly (readonly [string, Partial<Draft>, boolean])[]) {
    it(`is ${isSolved ? '' : 'not '}solved by ${what}`, () => {
      const merged = mergeDraft(current(), { ...KNOWN, ...said });

      expect(merged.isSolved).to.equal(isSolved);
    });
  }

  it('isn’t solved again by what has helped before it was reopened', () => {
    const merged = mergeDraft(current({ outcomes: { 'client/cache': 'fixed' } }), {
      ...KNOWN,
      outcomes: { 'client/cache': 'fixed', 'client/reset': 'left' },
    });

    expect(merged.isSolved).to.equal(false);
  });

  it('is solved again by what helps again', () => {
    const known = current({ outcomes: { 'client/cache': 'fixed' } });
    const over = mergeDraft(known, { ...KNOWN, outcomes: {} });

    const merged = mergeDraft({ ...known, draft: over.draft }, { ...KNOWN, outcomes: { 'client/cache': 'fixed' } });

    expect(merged.isSolved).to.equal(true);
  });

  it('leaves the answers that the desk has given', () => {
    const said: Draft = { ...KNOWN, answers: { users: 'multiple' }, outcomes: { 'client/cache': 'left' } };

    const { draft, events } = mergeDraft({ ...current(), isDiagnosed: true }, said);

    expect(events).to.deep.equal([step('client/cache', 'left')]);
    expect(draft.answers).to.deep.equal(KNOWN.answers);
  });
});
