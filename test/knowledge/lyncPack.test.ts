import { expect } from 'chai';
import { LYNC_FACTS, LYNC_STEPS } from './lyncFacts.ts';
import { lyncPack } from './lyncPack.ts';

describe('the Lync pack holds the article', () => {
  const said = texts(lyncPack).join('\n');

  for (const fact of LYNC_FACTS) {
    it(`says ${fact}`, () => {
      expect(said).to.include(fact);
    });
  }

  it('has the ids that other parts rely on', () => {
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join(' ');

    expect(lyncPack.questions.map((question) => `${question.id}: ${ids(question.options)}`)).to.deep.equal([
      'users: single multiple',
      'location: inside outside both',
      'computers: single multiple',
    ]);
    expect(ids(lyncPack.categories)).to.equal(
      'client-issue user-identity-issue provisioning-issue lync-federation-issue external-network-issue network-issue service-outage network-connectivity incorrect-file-association not-applicable',
    );
    expect(ids(lyncPack.symptoms)).to.equal(
      'ie-error client-freezes security-warning url-not-valid federation-error-43 file-open-dialog still-cannot-join',
    );
  });

  it('has every step in the order of the article', () => {
    const steps = lyncPack.guides.flatMap((guide) =>
      guide.steps.map(({ id, audience, risk, condition, substeps }) =>
        [
          `${guide.id}/${id}`,
          audience,
          risk,
          condition ? `${condition.step}=${condition.is}` : '-',
          substeps.length,
        ].join(' '),
      ),
    );

    expect(steps).to.deep.equal(
      LYNC_STEPS.trim()
        .split('\n')
        .map((line) => line.replace(/ +/g, ' ')),
    );
  });

  it('has only Windows steps in the guides for Windows', () => {
    const windows = lyncPack.guides.filter(({ steps }) =>
      steps.every(({ platforms }) => platforms.join() === 'windows'),
    );

    expect(windows.map(({ id }) => id)).to.deep.equal(['client', 'file-association']);
  });

  it('invents no guide for a service outage', () => {
    const outage = lyncPack.categories.find(({ id }) => id === 'service-outage');

    expect(outage).to.not.have.property('guide');
    expect(outage?.outOfReach).to.match(/no steps/);
  });
});

describe('the Lync pack reads well', () => {
  const steps = lyncPack.guides.flatMap((guide) => guide.steps);
  const spoken = texts({ ...lyncPack, symptoms: [], source: [] });

  it('keeps the titles of steps short', () => {
    expect(steps.map(({ title }) => title).filter((title) => title.length > 60)).to.deep.equal([]);
  });

  it('puts one action in each substep at most a line or two long', () => {
    expect(steps.flatMap(({ substeps }) => substeps).filter((each) => each.length > 140)).to.deep.equal([]);
  });

  it('closes every mark that it opens', () => {
    const open = spoken.filter((each) => each.split('**').length % 2 === 0 || each.split('`').length % 2 === 0);

    expect(open).to.deep.equal([]);
  });

  it('uses typographic apostrophes and quotes', () => {
    expect(spoken.filter((each) => /['"]/.test(each.replace(/`[^`]*`/g, '')))).to.deep.equal([]);
  });

  it('tells the person in other words what an admin will do', () => {
    const admins = steps.filter(({ audience }) => audience === 'admin');

    expect(admins.filter(({ forPerson, text }) => forPerson === text)).to.deep.equal([]);
  });

  for (const { id, options } of [
    ...lyncPack.questions,
    ...steps.flatMap(({ id, branch }) => (branch ? [{ id, ...branch }] : [])),
  ]) {
    it(`lets no word stand for two options of ${id}`, () => {
      const words = options.flatMap((option) => [
        ...new Set([option.id, option.short, option.label, ...option.synonyms].map((each) => each.toLowerCase())),
      ]);

      expect(words.filter((word, index) => words.indexOf(word) !== index)).to.deep.equal([]);
    });
  }
});

/** Every text in a value, however deep. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}
