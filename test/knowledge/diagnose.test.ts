import { expect } from 'chai';
import { type Diagnosis, diagnose } from '../../src/knowledge/index.ts';
import { lyncPack } from './lyncPack.ts';
import { readAnswers, readList, readTable } from './readTable.ts';
import { SCOPING_TABLE } from './scopingTable.ts';
import { SYMPTOM_TABLE } from './symptomTable.ts';

describe('diagnose: answers alone', () => {
  for (const [combination = '', state = '', categories = '', guides = ''] of readTable(SCOPING_TABLE)) {
    it(`${combination} is ${state}: ${categories}`, () => {
      const diagnosis = diagnose(lyncPack, readAnswers(combination));

      expect(inShort(diagnosis)).to.deep.equal({
        categories: readList(categories),
        guides: readList(guides),
        conflict: null,
        state,
      });
    });
  }
});

describe('diagnose: a symptom and answers', () => {
  for (const [symptom = '', combination = '', state = '', categories = '', guides = '', conflict = ''] of readTable(
    SYMPTOM_TABLE,
  )) {
    it(`${symptom} with ${combination} is ${state}: ${categories}${conflict === '-' ? '' : ', in conflict'}`, () => {
      const diagnosis = diagnose(lyncPack, readAnswers(combination), symptom);

      const [ofSymptom = '', ofScoping = ''] = conflict.split(' / ');
      expect(inShort(diagnosis)).to.deep.equal({
        categories: readList(categories),
        guides: readList(guides),
        conflict: conflict === '-' ? null : { symptom: readList(ofSymptom), scoping: readList(ofScoping) },
        state,
      });
    });
  }
});

describe('diagnose: why', () => {
  const because = (combination: string, symptom?: string) =>
    diagnose(lyncPack, readAnswers(combination), symptom).because;

  it('gives the reason of the one rule that matched', () => {
    expect(because('multiple outside multiple')).to.match(/^It happens to several people outside/);
  });

  it('gives the reason of one computer whatever else is unknown', () => {
    expect(because('unknown - single')).to.match(/^It happens on one computer only/);
  });

  it('says that answers are still unknown where several rules are left', () => {
    expect(because('single - multiple')).to.match(/^Some answers are still unknown/);
  });

  it('says that a listed symptom decides first, then what the table says', () => {
    expect(because('multiple inside multiple', 'ie-error')).to.match(
      /KB2423848.*decides first\. It happens to several/,
    );
  });

  it('says what can’t be', () => {
    expect(because('single both multiple', 'ie-error')).to.equal(
      'One person can’t be both inside and outside the organization.',
    );
  });

  it('takes a symptom that the pack doesn’t know for none', () => {
    expect(diagnose(lyncPack, {}, 'none')).to.deep.equal(diagnose(lyncPack, {}));
  });
});

function inShort({ categories, guides, conflict, contradiction, complete }: Diagnosis) {
  expect(complete && contradiction !== null).to.equal(false);
  const state = contradiction ? 'contradiction' : complete ? 'complete' : 'open';
  return { categories, guides, conflict, state };
}
