import { expect } from 'chai';
import fc from 'fast-check';
import { type Commit, isAllowed } from '../../../soak/history/replay.ts';
import type { Case } from '../../../src/helpdesk/cases/case.ts';
import { openCase } from '../../../src/helpdesk/cases/openCase.ts';
import { OPENED, RULES } from '../../helpdesk/cases/caseBench.ts';
import { histories } from '../../helpdesk/cases/history.ts';
import { sampleCase } from '../../support/sampleCase.ts';
import { commitsOf } from './commits.ts';

const RUNS = { numRuns: 200 };

/** What might be committed that was never decided, each by a slip of its own. */
const SLIPS: Readonly<Record<string, (commit: Commit) => Commit | null>> = {
  'a status that didn’t come of it': ({ next, ...commit }) => ({
    ...commit,
    next: { ...next, status: next.status === 'waiting' ? 'claimed' : 'waiting' },
  }),
  // Of two entries each could be a decision of its own.
  'a revision that was left out': ({ next, entries, ...commit }) =>
    entries.length === 1 ? { ...commit, entries, next: { ...next, revision: next.revision + 1 } } : null,
  // What somebody says to an agent changes nothing of the case by itself.
  'an entry that was left out': ({ entries, ...commit }) =>
    entries.length > 1 && entries.at(-1)?.event.kind !== 'message'
      ? { ...commit, entries: entries.slice(0, -1) }
      : null,
  'an entry of which nothing came': ({ before, entries }) =>
    before && { before, entries, next: { ...before, revision: before.revision + 1, text: 'lost' } },
  'a text that is another': ({ next, ...commit }) => ({ ...commit, next: { ...next, text: `${next.text}!` } }),
};

describe('the replay of what was committed', () => {
  it('allows a case that is opened, and no other', () => {
    const { id, requester, draft, text, startsAt, files } = sampleCase();
    const opened = openCase(
      { id, requester, draft, text, startsAt, files },
      { at: OPENED, newId: () => 'e1', rules: RULES },
    );
    const other: Case = { ...opened.next, queuedAt: '2026-03-02T09:31:00.000Z' };

    expect(isAllowed({ before: null, ...opened }, RULES)).to.equal(true);
    expect(isAllowed({ before: null, ...opened, next: other }, RULES)).to.equal(false);
  });

  it('allows whatever was decided', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const commit of commitsOf(history)) expect(isAllowed(commit, history.rules)).to.equal(true);
      }),
      RUNS,
    );
  });

  it('allows several decisions of one turn', () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: 50 }), (history, at) => {
        const [one, two] = commitsOf(history).slice(at, at + 2);
        fc.pre(one !== undefined && two !== undefined && one.next.draft === one.before?.draft);
        const both = { before: one.before, next: two.next, entries: [...one.entries, ...two.entries] };

        expect(isAllowed(both, history.rules)).to.equal(true);
      }),
      RUNS,
    );
  });

  for (const [name, slip] of Object.entries(SLIPS)) {
    it(`doesn’t allow ${name}`, () => {
      fc.assert(
        fc.property(histories, (history) => {
          const wrong = commitsOf(history).flatMap((commit) => slip(commit) ?? []);

          for (const commit of wrong) expect(isAllowed(commit, history.rules)).to.equal(false);
        }),
        RUNS,
      );
    });
  }
});
