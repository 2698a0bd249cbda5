import { expect } from 'chai';
import { createCaseLinks } from '../../src/storage/caseLinks.ts';
import type { OpenDatabase } from '../storage/openDatabase.ts';
import { ago, NOW, planter } from './plantedRows.ts';

/** The part of the contract about links by which a guest gets back to a case. */
export function linksCases(opened: () => OpenDatabase): void {
  const CLOSED: readonly [days: number | null, isGood: boolean][] = [
    [null, true],
    [0, true],
    [14, true],
    [15, false],
  ];
  for (const [days, isGood] of CLOSED) {
    const since = days === null ? 'isn’t closed' : `was closed ${days} days ago`;
    it(`${isGood ? 'finds' : 'doesn’t find'} a case that ${since} by its link`, async () => {
      const links = createCaseLinks(opened().db);
      await planter(opened().db).case('UN-1', days === null ? null : ago(days), 'web:ann');
      await links.add({ hash: 'h', case: 'UN-1', at: NOW });

      const found = await links.find('h', new Date(ago(14)));

      expect(found).to.deep.equal(isGood ? { case: 'UN-1', person: 'web:ann' } : null);
    });
  }

  it('finds nothing by a link that was never given out, or for a case that is gone', async () => {
    const links = createCaseLinks(opened().db);
    await links.add({ hash: 'h', case: 'UN-1', at: NOW });

    expect([await links.find('h', NOW), await links.find('other', NOW)]).to.deep.equal([null, null]);
    expect(await opened().db.selectFrom('case_links').select('hash').execute()).to.deep.equal([]);
  });

  it('keeps the newest 20 links of a case, and all of another', async () => {
    const links = createCaseLinks(opened().db);
    for (const id of ['UN-1', 'UN-2']) await planter(opened().db).case(id, null);
    await links.add({ hash: 'other', case: 'UN-2', at: new Date(ago(99)) });
    // Out of order, as from clocks that don't agree; the one just given out is good all the same.
    await links.add({ hash: 'h1', case: 'UN-1', at: new Date(ago(1)) });
    for (let i = 2; i <= 21; i++) await links.add({ hash: `h${i}`, case: 'UN-1', at: NOW });
    await links.add({ hash: 'late', case: 'UN-1', at: new Date(ago(2)) });

    const rows = await opened().db.selectFrom('case_links').select('hash').where('case_id', '=', 'UN-1').execute();
    const kept = rows.map(({ hash }) => hash);
    expect(kept).to.have.lengthOf(20).and.to.include('late').and.not.include('h1');
    expect(await links.find('other', NOW)).to.include({ case: 'UN-2' });
  });
}
