import { expect } from 'chai';
import fc from 'fast-check';
import {
  answer,
  back,
  chooseSymptom,
  type Draft,
  diagnose,
  newDraft,
  type Outcome,
  positionOf,
  reconcile,
  start,
  stepKey,
} from '../../src/knowledge/index.ts';
import { type Said, walk } from './draftWalk.ts';
import { lyncPack } from './lyncPack.ts';

const RUNS = { seed: 20_130_531, numRuns: 250 };

/** Source: the draft's own promise. In bytes. */
const LIMIT = 2_048;

/** Longer than the longest way through the pack. */
const walks = fc.array(fc.nat({ max: 10_000 }), { maxLength: 60, size: 'max' });

describe('a case, however it was walked', () => {
  it('has the diagnosis of the final answers given straight', () => {
    fc.assert(
      fc.property(walks, (choices) => {
        const { draft, said } = walk(lyncPack, choices);

        const direct = straight(said);

        expect(diagnose(lyncPack, draft.answers, draft.symptom)).to.deep.equal(
          diagnose(lyncPack, direct.answers, direct.symptom),
        );
      }),
      RUNS,
    );
  });

  it('asks next what would be asked next after the final answers given straight', () => {
    fc.assert(
      fc.property(walks, (choices) => {
        const { draft, said } = walk(lyncPack, choices);
        const { aside: _, wayIn: __, ...scoping } = { ...draft, fixing: false, outcomes: {} };
        fc.pre(draft.started && !draft.cancelled);

        expect(positionOf(lyncPack, scoping)).to.deep.equal(positionOf(lyncPack, straight(said)));
      }),
      RUNS,
    );
  });

  it('comes back from storage the same, in less than 2 KB', () => {
    fc.assert(
      fc.property(walks, (choices) => {
        const { draft } = walk(lyncPack, choices);

        const stored = JSON.stringify(draft);

        expect(JSON.parse(stored)).to.deep.equal(draft);
        expect(Buffer.byteLength(stored)).to.be.below(LIMIT);
      }),
      RUNS,
    );
  });

  it('is gone on with as it is by the version that stored it', () => {
    fc.assert(
      fc.property(walks, (choices) => {
        const { draft } = walk(lyncPack, choices);

        expect(reconcile(lyncPack, JSON.parse(JSON.stringify(draft)))).to.deep.equal(draft);
      }),
      RUNS,
    );
  });

  it('stays under 2 KB with an outcome for every step there is', () => {
    const steps = lyncPack.guides.flatMap((guide) => guide.steps.map((step) => stepKey(guide, step)));
    const outcomes = Object.fromEntries(steps.map((key): [string, Outcome] => [key, 'still-broken']));
    const { draft } = walk(lyncPack, []);

    const stored = JSON.stringify({ ...draft, outcomes, confirmed: steps });

    expect(Buffer.byteLength(stored)).to.be.below(LIMIT);
  });

  it('leads back to hello by going back often enough', () => {
    fc.assert(
      fc.property(walks, (choices) => {
        const { draft } = walk(lyncPack, choices);
        fc.pre(!draft.cancelled);

        const first = Array.from({ length: 80 }).reduce<Draft>((each) => back(lyncPack, each), draft);

        expect(positionOf(lyncPack, first).at).to.equal('hello');
      }),
      RUNS,
    );
  });

  it('goes back by one place at a time', () => {
    fc.assert(
      fc.property(walks, (choices) => {
        const { draft } = walk(lyncPack, choices);
        fc.pre(!['hello', 'cancelled'].includes(positionOf(lyncPack, draft).at));

        expect(positionOf(lyncPack, back(lyncPack, draft))).to.not.deep.equal(positionOf(lyncPack, draft));
      }),
      RUNS,
    );
  });

  it('reaches every kind of place', () => {
    const places = new Set(
      fc
        .sample(walks, { ...RUNS, numRuns: 1_000 })
        .map((choices) => positionOf(lyncPack, walk(lyncPack, choices).draft).at),
    );

    expect([...places].sort()).to.deep.equal(PLACES);
  });
});

/** Every kind of `Position`, so that the properties above can't hold for want of trying. */
const PLACES = [
  'admin-step',
  'branch',
  'cancelled',
  'change',
  'contradiction',
  'diagnosis',
  'fixed',
  'hello',
  'help',
  'list',
  'person',
  'question',
  'step',
  'symptom',
  'warning',
  'way-in',
];

function straight({ answers, symptom }: Said): Draft {
  const answered = Object.entries(answers).reduce<Draft>(
    (draft, [question, option]) => answer(draft, question, option),
    start(lyncPack, newDraft(lyncPack)),
  );
  return symptom === undefined ? answered : chooseSymptom(answered, symptom);
}
