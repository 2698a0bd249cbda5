import { expect } from 'chai';
import { createLinkRenewal } from '../../../src/bots/desk/renewLinks.ts';

const HOUR = 60 * 60_000;

describe('the links on the cards of open cases', () => {
  let now: number;
  let rows: { readonly id: string; readonly payload: object }[];
  beforeEach(() => {
    now = Date.parse('2026-03-02T09:00:00.000Z');
    rows = [];
  });

  const renewal = () =>
    createLinkRenewal({
      store: {
        async commit({ outbox }) {
          rows.push(...outbox);
          return 'committed';
        },
      },
      now: () => new Date(now),
    });

  it('are looked at once in three hours, so that none is ever eight hours old', async () => {
    const renew = renewal();
    const looks = [];

    for (const after of [0, 1, 2 * HOUR, HOUR, 3 * HOUR]) {
      now += after;
      await renew();
      looks.push(rows.length);
    }

    expect(looks).to.deep.equal([2, 2, 2, 4, 6]);
    expect(rows[0]?.payload).to.deep.equal({ kind: 'open-cases', line: 'first', left: null });
  });

  it('are looked at by one row each, however many processes see to it', async () => {
    await renewal()();
    await renewal()();

    expect(rows).to.have.length(4);
    expect(new Set(rows.map(({ id }) => id)).size).to.equal(2);
  });
});
