import { expect } from 'chai';
import type { DeskParts } from '../../src/bots/desk/deskParts.ts';
import { listCases } from '../../src/bots/desk/lookAtDesk.ts';
import type { Case } from '../../src/helpdesk/cases/case.ts';
import { sampleCase } from '../support/sampleCase.ts';

describe('a list of closed cases', () => {
  it('has those of all lines by when they were closed, the last one first', async () => {
    const closed = (id: string, line: Case['line'], hour: string) =>
      sampleCase({ id, line, status: 'closed', closed: { at: `2026-03-02T${hour}:00:00.000Z`, how: 'withdrawn' } });
    const of = {
      first: [closed('UN-a', 'first', '15'), closed('UN-b', 'first', '11')],
      next: [closed('UN-c', 'next', '14')],
    };
    // Only these are asked.
    const parts = {
      cases: { closed: async (line: Case['line']) => of[line] },
      now: () => new Date('2026-03-02T16:00:00.000Z'),
    } as unknown as DeskParts;

    const listed = await listCases(parts, { line: null, only: null }, 'closed');

    expect(listed.map(({ id }) => id)).to.deep.equal(['UN-a', 'UN-c', 'UN-b']);
  });
});
