import { expect } from 'chai';
import type { OpenStore } from './turnStoreContract.ts';
import { AT, changesOf, rejectionOf, webKeys } from './turnStoreSamples.ts';

/** The part of the contract about what was said on the web channel. */
export function keepsMessages(opened: () => OpenStore): void {
  ordersMessages(opened);
  writesMessagesOnce(opened);
}

function ordersMessages(opened: () => OpenStore): void {
  it('number their messages in order, those of the channel included', async () => {
    const { store, history } = opened();

    await store.commit(changesOf('ann', { messages: [{ text: 'one' }, { text: 'two ’😀' }] }));
    const numbers = await history.append('ann', [{ text: 'three' }, { text: 'four' }], AT);
    await store.commit(changesOf('ann', { keys: webKeys('ann', 'b'), version: 1, messages: [{ text: 'five' }] }));

    expect(numbers).to.deep.equal([3, 4]);
    expect(await history.after('ann', 0, 10)).to.deep.equal([
      { seq: 1, activity: { text: 'one' } },
      { seq: 2, activity: { text: 'two ’😀' } },
      { seq: 3, activity: { text: 'three' } },
      { seq: 4, activity: { text: 'four' } },
      { seq: 5, activity: { text: 'five' } },
    ]);
  });

  it('give messages from where a reader stopped, at most as many as asked for', async () => {
    const { history } = opened();
    await history.append('ann', [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }], AT);

    const rows = await history.after('ann', 1, 2);

    expect(rows.map(({ seq }) => seq)).to.deep.equal([2, 3]);
  });

  it('keep the messages of sessions apart, each numbered from 1', async () => {
    const { history } = opened();

    await history.append('ann', [{ to: 'ann' }], AT);
    await history.append('bob', [{ to: 'bob' }], AT);

    expect(await history.after('bob', 0, 10)).to.deep.equal([{ seq: 1, activity: { to: 'bob' } }]);
  });

  it('append all messages or none', async () => {
    const { history } = opened();

    const fault = await rejectionOf(history.append('ann', [{ n: 1 }, { toJSON: () => undefined }], AT));

    expect(fault).to.include({ code: 'storage-failed' });
    expect(await history.after('ann', 0, 10)).to.deep.equal([]);
  });
}

function writesMessagesOnce(opened: () => OpenStore): void {
  it('write a message once by its key, and give the number that it has', async () => {
    const { history, store } = opened();

    const first = await history.append('ann', [{ n: 1 }], AT, 'row-1');
    await store.commit(changesOf('ann', { messages: [{ n: 2 }] }));
    const again = await history.append('ann', [{ n: 'again' }], AT, 'row-1');
    const next = await history.append('ann', [{ n: 3 }], AT, 'row-2');

    expect([first, again, next]).to.deep.equal([[1], [1], [3]]);
    expect((await history.after('ann', 0, 10)).map(({ activity }) => activity)).to.deep.equal([
      { n: 1 },
      { n: 2 },
      { n: 3 },
    ]);
  });

  it('write several messages once by one key', async () => {
    const { history } = opened();

    const first = await history.append('ann', [{ n: 1 }, { n: 2 }], AT, 'row');
    const again = await history.append('ann', [{ n: 1 }, { n: 2 }], AT, 'row');

    expect([first, again]).to.deep.equal([
      [1, 2],
      [1, 2],
    ]);
  });

  it('know a key in its session alone, and nothing of messages without', async () => {
    const { history } = opened();

    const numbers = [
      await history.append('ann', [{}], AT, 'row'),
      await history.append('bob', [{}], AT, 'row'),
      await history.append('ann', [{}], AT),
      await history.append('ann', [{}], AT),
    ];

    expect(numbers).to.deep.equal([[1], [1], [2], [3]]);
  });

  it('write a message once that two processes bring at the same moment', async () => {
    const other = await opened().again();

    const numbers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        (i % 2 === 0 ? opened() : other).history.append('ann', [{}], AT, `row ${i % 3}`),
      ),
    );

    expect(await opened().history.after('ann', 0, 100)).to.have.lengthOf(3);
    expect(new Set(numbers.flat())).to.deep.equal(new Set([1, 2, 3]));
    await other.close();
  });
}
