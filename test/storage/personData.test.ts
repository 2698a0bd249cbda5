import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { personDataContract } from '../contracts/personDataContract.ts';
import { databases } from './openDatabase.ts';

for (const [name, open] of Object.entries(databases)) personDataContract(name, open);

/** Changing a line is refused by the database itself. Deleting can't be: retention does it. */
describe('the audit', () => {
  it('has its lines deleted by retention alone', () => {
    const source = new URL('../../src/', import.meta.url);
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

    const deleting = files.filter((file) =>
      /deleteFrom\('audit'\)|delete from audit|table: 'audit'/.test(readFileSync(new URL(file, source), 'utf8')),
    );

    expect(deleting).to.deep.equal(['storage/retention.ts']);
  });
});
