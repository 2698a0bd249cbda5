import { expect } from 'chai';
import type { Case, Ending } from '../../src/helpdesk/cases/case.ts';
import { ANA, BEN, caseOf, claimBy, later, laterIso, nextOf } from './caseSamples.ts';
import type { GivenCases } from './caseStoreContract.ts';

/** The part of the contract about how many cases there are, and how long they took. */
export function countsCases(given: () => GivenCases): void {
  it('are counted by where they stand', async () => {
    const { cases, write } = given();
    const had = { claim: claimBy(ANA) };
    for (const name of ['a', 'b', 'c']) await write(caseOf(name));
    for (const name of ['d', 'e']) await write(caseOf(name, { status: 'claimed', ...had }));
    await write(caseOf('f', { status: 'solved', ...had }));
    for (const name of ['g', 'h']) await write(closedCase(name, 'confirmed', null));
    await write(caseOf('old', { openedAt: laterIso(-1) }));
    await write({ ...closedCase('over', 'confirmed', null), openedAt: laterIso(-1) });

    const { counts } = await cases.figures(later(0));

    expect(counts).to.deep.equal({ waiting: 4, claimed: 2, solved: 1, closed: 2 });
  });

  it('are counted by their true cause once they are closed, most first', async () => {
    const { cases, write } = given();
    const ENDS: readonly [Ending, string | null][] = [
      ['confirmed', 'client-issue'],
      ['silence', 'client-issue'],
      ['confirmed', 'network-issue'],
      ['confirmed', 'client-issue'],
      // Solved by the person, whatever was said before.
      ['self-solved', null],
      ['self-solved', 'network-issue'],
      ['withdrawn', null],
    ];
    for (const [at, [how, cause]] of ENDS.entries()) await write(closedCase(`c${at}`, how, cause));
    await write(caseOf('open', { status: 'solved', claim: claimBy(ANA), solved: { at: laterIso(1), cause: 'other' } }));

    const { causes, selfSolvedShare } = await cases.figures(later(0));

    expect(causes).to.deep.equal([
      { cause: 'client-issue', count: 3 },
      { cause: 'self-solved', count: 2 },
      { cause: 'network-issue', count: 1 },
    ]);
    expect(selfSolvedShare).to.be.closeTo(2 / 7, 1e-9);
  });

  const MEDIANS: readonly [minutes: readonly number[], median: number | null][] = [
    [[], null],
    [[7], 7],
    [[1, 2], 1.5],
    [[100, 1, 3], 3],
    [[4, 1, 3, 1000], 3.5],
    [[0.25, 0.25, 90], 0.3],
  ];
  for (const [minutes, median] of MEDIANS) {
    it(`took ${median} minutes where they took [${minutes}]`, async () => {
      const { cases, write } = given();
      for (const [at, minute] of minutes.entries()) {
        const solved = { at: laterIso(2 * minute), cause: 'other' };
        await write(caseOf(`c${at}`, { status: 'solved', claim: claimBy(ANA, laterIso(minute)), solved }));
      }
      // One from before, and one that nobody has yet.
      await write(caseOf('old', { openedAt: laterIso(-900), status: 'claimed', claim: claimBy(ANA, laterIso(500)) }));
      await write(caseOf('new'));

      const { minutesToClaim, minutesToSolve } = await cases.figures(later(0));

      expect([minutesToClaim, minutesToSolve]).to.deep.equal([
        median,
        median === null ? null : Math.round(exactly(minutes) * 20) / 10,
      ]);
    });
  }

  it('took as long as until somebody had them first, whoever has them now', async () => {
    const { cases, write } = given();
    const first = caseOf('a');
    const claimed = nextOf(first, { status: 'claimed', claim: claimBy(ANA, laterIso(5)) });
    const released = nextOf(claimed, { status: 'waiting', claim: null });
    const again = nextOf(released, { status: 'claimed', claim: claimBy(BEN, laterIso(50)) });
    for (const of of [first, claimed, released, again]) await write(of);

    const { minutesToClaim } = await cases.figures(later(0));

    expect(minutesToClaim).to.equal(5);
  });

  it('are nothing where there are none', async () => {
    const figures = await given().cases.figures(later(0));

    expect(figures).to.deep.equal({
      counts: { waiting: 0, claimed: 0, solved: 0, closed: 0 },
      causes: [],
      minutesToClaim: null,
      minutesToSolve: null,
      selfSolvedShare: null,
    });
  });
}

function closedCase(name: string, how: Ending, cause: string | null): Case {
  return caseOf(name, {
    status: 'closed',
    closed: { at: laterIso(1), how },
    solved: cause === null ? null : { at: laterIso(1), cause },
  });
}

function exactly(minutes: readonly number[]): number {
  const sorted = minutes.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
