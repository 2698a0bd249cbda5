import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { loadPack } from '../../src/knowledge/index.ts';
import { FORMAT_FAULTS } from './formatFaults.ts';
import { type BrokenPack, LINT_FAULTS } from './lintFaults.ts';
import { faultsIn, lyncText, packFrom } from './lyncPack.ts';
import { STEP_FAULTS } from './stepFaults.ts';

describe('loadPack', () => {
  for (const { fault, edit, faults } of [...LINT_FAULTS, ...STEP_FAULTS, ...FORMAT_FAULTS]) {
    it(`refuses ${fault}`, () => {
      const text = edited(edit);

      const found = faultsIn(text);

      expect(found).to.deep.equal(faults.map(([at, message]) => `${lineAt(text, at)}: ${message}`));
    });
  }

  it('reads the shipped pack', () => {
    expect(faultsIn(lyncText)).to.deep.equal([]);
    expect(packFrom(lyncText).id).to.equal('lync-online-meeting-join');
  });

  it('reads a pack that has nothing to do with Lync', () => {
    const pack = packFrom(fixture('printer.yaml'));

    expect(pack.guides.map(({ id }) => id)).to.deep.equal(['paper', 'elsewhere']);
  });

  it('fills in what a pack may leave out', () => {
    const [step] = packFrom(fixture('printer.yaml')).guides[0]?.steps ?? [];

    expect(step).to.include({ audience: 'user', risk: 'none' });
    expect(step).to.deep.include({ substeps: [], platforms: [], links: [] });
  });

  it('names every fault of a file at once, by file and line', () => {
    const loaded = loadPack(fixture('broken.yaml'), 'packs/broken.yaml');

    expect('faults' in loaded && loaded.faults).to.deep.equal(
      BROKEN.map(([line, message]) => ({ file: 'packs/broken.yaml', line, message })),
    );
  });

  for (const [what, text, fault] of [
    ['an empty file', '', '1: the file is empty: fill it in, or remove it'],
    ['a file of comments', '# nothing yet\n', '1: the file is empty: fill it in, or remove it'],
    ['a list', '- a\n- b\n', '1: the file must be a group of keys and values'],
    ['a word', 'hello', '1: the file must be a group of keys and values'],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(faultsIn(text)).to.deep.equal([fault]);
    });
  }

  it('says nothing but where the YAML breaks when it can’t be read', () => {
    const found = faultsIn(lyncText.replace('title: Can’t join', 'title: "Can’t join'));

    expect(found).to.have.length.above(0);
    expect(found.every((each) => each.includes('this isn’t valid YAML'))).to.equal(true);
  });

  it('reads keys that JavaScript uses itself as unknown ones', () => {
    expect(faultsIn(`${lyncText}\n__proto__: { id: x }\nconstructor: y\n`).map(message)).to.deep.equal([
      '`__proto__` isn’t known here: correct its spelling, or remove it',
      '`constructor` isn’t known here: correct its spelling, or remove it',
    ]);
  });

  it('counts lines the same with the line ends of Windows', () => {
    const broken = edited(['format: 1\n', 'format: 2\n']);

    expect(faultsIn(broken.replaceAll('\n', '\r\n'))).to.deep.equal(faultsIn(broken));
  });
});

/** The faults of `broken.yaml`, whose lines don't change. */
const BROKEN: readonly (readonly [line: number, message: string])[] = [
  [2, '`id` must be lower-case words joined by hyphens'],
  [4, '`version` must be a version such as 1.0.0'],
  [6, '`title` must not be empty'],
  [7, '`titel` isn’t known here: correct its spelling, or remove it'],
  [9, '`link` must be an http or https link'],
  [17, '`lit` is already the id of item 1 of this list: give this one another id'],
  [19, 'no rule covers { light: dark }: add one'],
  [21, 'there is no question `sound`: add it, or use one of light'],
  [21, 'there is no category `two`: add it, or use one of one, unused, hopeless'],
  [24, 'no rule and no symptom names category `unused`: name it in one, or remove it'],
  [27, 'symptom `smoke` leads to no guide: give it a category that has one'],
  [32, 'step `a` is for an admin: say in `forPerson` what the person will see'],
  [33, 'step `b` destroys something: say in `warning` what is lost'],
  [34, '`text` is missing: add it'],
  [34, 'step `b` has no branch to choose from: give it one, or drop the condition'],
  [35, '`url` must be an http or https link'],
  [36, 'item 5 of `steps` is empty: fill it in, or remove it'],
  [37, 'nobody reaches guide `second`: name it in a category that is used, or remove it'],
  [39, '`steps` needs a step'],
  [40, '`query` must be name=value'],
  [40, 'there is no guide `third`: add it, or use one of first, second'],
];

function edited([find, replace]: BrokenPack['edit']): string {
  expect(lyncText, 'the shipped pack').to.include(find);
  return lyncText.replace(find, () => replace);
}

/** Counted in the text itself, from 1. */
function lineAt(text: string, at: string): number {
  const offset = text.indexOf(at);
  expect(offset, at).to.be.above(-1);
  return text.slice(0, offset).split('\n').length;
}

function message(fault: string): string {
  return fault.replace(/^\d+: /, '');
}

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/packs/${name}`, import.meta.url), 'utf8');
}
