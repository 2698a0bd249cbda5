import { expect } from 'chai';
import { deliverOpenCases } from '../../../src/bots/outbox/deliverOpenCases.ts';
import type { DeskPlace } from '../../../src/helpdesk/desk/deskPlace.ts';
import type { TurnChanges } from '../../../src/turn/turnStore.ts';

const LEFT: DeskPlace = {
  line: 'first',
  key: 'teams:t:19:old',
  channel: 'msteams',
  reference: {},
  setBy: null,
  setAt: '2026-03-02T08:00:00.000Z',
  lost: null,
};

describe('the open cases of a desk that has moved', () => {
  /** The rows that come of it, for that many cases. */
  const rowsOf = async (count: number, left: DeskPlace | null) => {
    const written: TurnChanges['outbox'][] = [];
    const parts = {
      cases: {
        openIds: async () => Array.from({ length: count }, (_, nth) => ({ id: `UN-${nth}`, person: `web:${nth}` })),
      },
      store: {
        async commit({ outbox }: TurnChanges) {
          written.push(outbox);
          return 'committed' as const;
        },
      },
      now: () => new Date('2026-03-02T09:30:00.000Z'),
    };
    await deliverOpenCases(parts, { kind: 'open-cases', line: 'first', left }, { id: 'moved' });
    return written.flat();
  };

  it('are posted there, every one of them', async () => {
    const rows = await rowsOf(1_201, null);

    expect(rows).to.have.length(1_201);
    expect(rows.at(-1)).to.deep.equal({
      ...{ id: 'moved UN-1200', queue: 'desk:UN-1200', person: 'web:1200' },
      payload: { kind: 'case-card', case: 'UN-1200', line: 'first' },
    });
  });

  it('are closed where it was, without keeping the new place waiting', async () => {
    expect(await rowsOf(1, LEFT)).to.deep.equal([
      {
        ...{ id: 'moved UN-0', queue: 'desk:UN-0', person: 'web:0' },
        payload: { kind: 'case-card', case: 'UN-0', line: 'first' },
      },
      {
        ...{ id: 'moved UN-0 old', queue: 'desk-old:UN-0', person: 'web:0' },
        payload: { kind: 'old-card', case: 'UN-0', left: LEFT },
      },
    ]);
  });

  it('have the same rows however often that is done', async () => {
    const ids = async () => (await rowsOf(5, LEFT)).map(({ id }) => id);

    expect(await ids()).to.deep.equal(await ids());
  });
});
