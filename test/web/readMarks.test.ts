import { expect } from 'chai';
import { ReadMarks } from '../../web/readMarks.ts';
import type { Answer } from '../../web/server.ts';
import { until } from '../support/pageUntil.ts';

/** Marks that are answered as listed, and what was told. */
function marks(setting: { readonly told?: readonly string[]; readonly answers?: readonly Answer[] } = {}) {
  const posted: string[] = [];
  const kept: (readonly string[])[] = [];
  const left = [...(setting.answers ?? [])];
  const page = { isVisible: true };
  const it = new ReadMarks({
    post: async (entry) => {
      posted.push(entry);
      return left.shift() ?? { status: 204 };
    },
    isVisible: () => page.isVisible,
    told: setting.told ?? [],
    keep: (told) => kept.push(told),
    random: () => 0,
  });
  return { it, posted, kept, page };
}

async function settled(): Promise<void> {
  for (let turns = 0; turns < 20; turns++) await new Promise(setImmediate);
}

describe('telling that an answer was read', () => {
  it('is done once for each, however often it is shown, and is kept', async () => {
    const { it, posted, kept } = marks();

    it.shown('a');
    it.shown('a');
    await settled();
    it.shown('a');
    await settled();

    expect(posted).to.deep.equal(['a']);
    expect(kept).to.deep.equal([['a']]);
  });

  it('waits until the page is before somebody', async () => {
    const { it, posted, page } = marks();
    page.isVisible = false;
    it.shown('a');
    await settled();
    const before = [...posted];

    page.isVisible = true;
    it.becameVisible();
    await settled();

    expect([before, posted]).to.deep.equal([[], ['a']]);
  });

  it('begins with the newest', async () => {
    const { it, posted, page } = marks();
    page.isVisible = false;
    for (const entry of ['a', 'b', 'c']) it.shown(entry);

    page.isVisible = true;
    it.becameVisible();
    await settled();

    expect(posted).to.deep.equal(['c', 'b', 'a']);
  });

  it('isn’t done again for what was told before a reload', async () => {
    const { it, posted } = marks({ told: ['a'] });

    it.shown('a');
    await settled();

    expect(posted).to.deep.equal([]);
  });

  for (const status of [0, 429, 503]) {
    it(`is tried again after ${status}`, async () => {
      const { it, posted } = marks({ answers: [{ status, after: 1 }] });

      it.shown('a');
      await until(() => posted.length === 2);

      expect(posted).to.deep.equal(['a', 'a']);
    });
  }

  for (const status of [400, 401, 404]) {
    it(`is given up after ${status}`, async () => {
      const { it, posted } = marks({ answers: [{ status }] });

      it.shown('a');
      await settled();
      it.becameVisible();
      await settled();

      expect(posted).to.deep.equal(['a']);
    });
  }
});
