import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { variableSchemas } from '../../src/config/variableSchemas.ts';
import { variables } from '../../src/config/variables.ts';

const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
/** Each variable of the file with what is written above it. */
const entries = [...example.matchAll(/^# (.+)\n# ([A-Za-z_]+)=(.*)$/gm)].map(([, remark, name, value]) => ({
  remark,
  name,
  value,
}));

describe('.env.example', () => {
  it('names every variable that is read, in order', () => {
    expect(entries.map(({ name }) => name)).to.deep.equal(variables.map(({ name }) => name));
    expect(variables.map(({ name }) => name)).to.have.members(Object.keys(variableSchemas));
  });

  for (const { name, description, fallback, secret } of variables) {
    const entry = entries.find((each) => each.name === name);

    it(`says what ${name} is for`, () => {
      // The same words up to an example that one of the two leaves out.
      const start = description.split(/[.,;] /)[0] ?? '';
      expect(entry?.remark).to.include(start.replace(/\.$/, ''));
    });

    if (fallback !== null) {
      it(`shows the default of ${name}`, () => {
        expect(entry?.value).to.equal(fallback.split(',')[0]);
      });
    }
    if (secret) {
      it(`gives no example of ${name}`, () => {
        expect(entry?.value).to.equal('');
      });
    }
  }

  it('sets nothing by itself', () => {
    expect(example.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).to.deep.equal([]);
  });
});
