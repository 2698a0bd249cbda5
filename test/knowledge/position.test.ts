import { expect } from 'chai';
import { newDraft, nextQuestion, progressAt, remedyOf } from '../../src/knowledge/index.ts';
import { caseAfter, placeOf } from './journey.ts';
import { JOURNEYS } from './journeys.ts';
import { lyncPack } from './lyncPack.ts';
import { readTable } from './readTable.ts';

describe('positionOf leads', () => {
  for (const [title, journey] of Object.entries(JOURNEYS)) {
    it(title, () => {
      const lines = readTable(journey);

      const places = lines.map((_, index) => {
        const moves = lines.slice(0, index + 1).map(([move = '']) => move);
        return placeOf(lyncPack, caseAfter(lyncPack, moves.join(' ')));
      });

      expect(places).to.deep.equal(lines.map(([, place]) => place));
    });
  }

  it('from hello', () => {
    expect(placeOf(lyncPack, newDraft(lyncPack))).to.equal('hello');
  });
});

describe('nextQuestion', () => {
  it('asks the first question that has no answer', () => {
    expect(nextQuestion(lyncPack, caseAfter(lyncPack, 'start location=outside'))?.id).to.equal('users');
  });

  it('takes “I don’t know” for an answer', () => {
    expect(
      nextQuestion(lyncPack, caseAfter(lyncPack, 'start users=unknown location=unknown computers=unknown')),
    ).to.equal(null);
  });
});

describe('progressAt', () => {
  it('counts each step of a guide once, whatever became of the steps before it', () => {
    const draft = caseAfter(
      lyncPack,
      'start users=multiple location=inside computers=multiple symptom=none fix cannot',
    );
    const steps = remedyOf(lyncPack, draft).filter((each) => 'step' in each);

    const counted = steps.map((each) => progressAt(lyncPack, draft, each).step);

    expect(counted).to.deep.equal([1, 2, 3]);
  });
});
