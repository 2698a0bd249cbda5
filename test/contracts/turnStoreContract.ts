import { expect } from 'chai';
import type { Kysely } from 'kysely';
import type { Schema } from '../../src/storage/schema.ts';
import type { WebHistory } from '../../src/storage/webHistory.ts';
import type { WebSessions } from '../../src/storage/webSessions.ts';
import type { TurnKeys, TurnStore } from '../../src/turn/turnStore.ts';
import { racesForCases } from './turnStoreCaseRaces.ts';
import { keepsCases } from './turnStoreCases.ts';
import { keepsMessages } from './turnStoreMessages.ts';
import { keepsOutbox } from './turnStoreOutbox.ts';
import { runsTurnsAtOnce } from './turnStoreRaces.ts';
import { keepsRows } from './turnStoreRows.ts';
import { AT, changesOf, rejectionOf, stateOf, webKeys } from './turnStoreSamples.ts';
import { keepsTraces } from './turnStoreTraces.ts';

/** A connection to a database, and the way to another one to the same. */
export interface OpenStore {
  readonly db: Kysely<Schema>;
  readonly store: TurnStore;
  readonly history: WebHistory;
  readonly sessions: WebSessions;
  /** Whose state could not be read. */
  readonly corrupt: readonly TurnKeys[];
  again(): Promise<OpenStore>;
  close(): Promise<void>;
}

/** What every database must do. `open` gives an empty one each time. */
export function turnStoreContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`turns kept in ${name}`, () => {
    let opened: OpenStore;

    beforeEach(async () => {
      opened = await open();
    });

    afterEach(() => opened.close());

    keepsTurns(() => opened);
    notesDeliveries(() => opened);
    refusesTurns(() => opened);
    keepsSessions(() => opened);
    keepsMessages(() => opened);
    keepsRows(() => opened);
    keepsOutbox(() => opened);
    runsTurnsAtOnce(() => opened);
    keepsCases(() => opened);
    keepsTraces(() => opened);
    racesForCases(() => opened);
  });
}

function keepsTurns(opened: () => OpenStore): void {
  it('start from nothing in a conversation that was never stored', async () => {
    const loaded = await opened().store.load(webKeys('ann'));

    expect(loaded).to.deep.equal({ version: 0, state: null, greeted: false, seen: false, live: null });
  });

  it('are there once they are committed', async () => {
    const { store } = opened();

    const outcome = await store.commit(changesOf('ann', { state: stateOf(7), greeted: true }));

    expect(outcome).to.equal('committed');
    expect(await store.load(webKeys('ann'))).to.deep.equal({
      version: 1,
      state: stateOf(7),
      greeted: true,
      seen: true,
      live: null,
    });
  });

  it('are there for another connection', async () => {
    await opened().store.commit(changesOf('ann'));
    const other = await opened().again();

    const loaded = await other.store.load(webKeys('ann', 'second'));

    expect(loaded).to.deep.equal({ version: 1, state: stateOf(1), greeted: false, seen: false, live: null });
    await other.close();
  });

  it('follow one another, each with the next version', async () => {
    const { store } = opened();
    await store.commit(changesOf('ann'));

    const outcome = await store.commit(
      changesOf('ann', { keys: webKeys('ann', 'second'), version: 1, state: stateOf(2) }),
    );

    expect(outcome).to.equal('committed');
    expect(await store.load(webKeys('ann', 'third'))).to.include({ version: 2, seen: false });
  });

  it('keep conversations apart', async () => {
    const { store } = opened();

    await store.commit(changesOf('ann', { greeted: true }));

    expect(await store.load(webKeys('bob'))).to.deep.equal({
      version: 0,
      state: null,
      greeted: false,
      seen: false,
      live: null,
    });
  });

  it('have never been seen where the channel gives no id', async () => {
    const { store } = opened();
    const keys = webKeys('ann', null);

    const outcomes = [
      await store.commit(changesOf('ann', { keys })),
      await store.commit(changesOf('ann', { keys, version: 1 })),
    ];

    expect(outcomes).to.deep.equal(['committed', 'committed']);
    expect(await store.load(keys)).to.include({ version: 2, seen: false });
  });

  it('remember who was greeted in every conversation of that person', async () => {
    const { store } = opened();
    const elsewhere = { ...webKeys('another'), person: 'web:ann' };

    await store.commit(changesOf('ann', { greeted: true }));
    await store.commit(changesOf('another', { keys: elsewhere, greeted: true }));

    expect(await store.load(elsewhere)).to.include({ version: 1, greeted: true });
    expect(await store.load({ ...webKeys('third'), person: 'web:ann' })).to.include({ version: 0, greeted: true });
  });
}

function notesDeliveries(opened: () => OpenStore): void {
  it('note a delivery that changes nothing else, once', async () => {
    const { store } = opened();

    await store.note(webKeys('ann'), AT);
    await store.note(webKeys('ann'), AT);

    expect(await store.load(webKeys('ann'))).to.deep.equal({
      version: 0,
      state: null,
      greeted: false,
      seen: true,
      live: null,
    });
    expect(await store.load(webKeys('ann', 'second'))).to.include({ seen: false });
  });

  it('note nothing of a delivery without an id', async () => {
    await opened().store.note(webKeys('ann', null), AT);

    expect(await opened().store.load(webKeys('ann', null))).to.include({ seen: false });
  });
}

function refusesTurns(opened: () => OpenStore): void {
  const untouched = { version: 1, state: stateOf(1), greeted: false, seen: false, live: null };

  for (const version of [0, 2]) {
    it(`write nothing from version ${version} of a conversation that is at 1`, async () => {
      const { store, history } = opened();
      await store.commit(changesOf('ann'));
      const keys = webKeys('ann', 'late');

      const outcome = await store.commit(
        changesOf('ann', { keys, version, state: stateOf(2), greeted: true, messages: [{ text: 'late' }] }),
      );

      expect(outcome).to.equal('conflict');
      expect(await store.load(keys)).to.deep.equal(untouched);
      expect(await history.after('ann', 0, 10)).to.deep.equal([]);
    });
  }

  it('write nothing from a delivery that was committed before', async () => {
    const { store, history } = opened();
    await store.commit(changesOf('ann'));

    const outcome = await store.commit(
      changesOf('ann', { version: 1, state: stateOf(2), greeted: true, messages: [{ text: 'again' }] }),
    );

    expect(outcome).to.equal('conflict');
    expect(await store.load(webKeys('ann', 'other'))).to.deep.equal(untouched);
    expect(await history.after('ann', 0, 10)).to.deep.equal([]);
  });

  it('write nothing when the last thing to write can’t be written', async () => {
    const { store, history } = opened();
    const unwritable = { toJSON: () => undefined };

    const fault = await rejectionOf(
      store.commit(changesOf('ann', { greeted: true, messages: [{ text: 'fine' }, unwritable] })),
    );

    expect(fault).to.include({ code: 'storage-failed' });
    expect(await store.load(webKeys('ann'))).to.deep.equal({
      version: 0,
      state: null,
      greeted: false,
      seen: false,
      live: null,
    });
    expect(await history.after('ann', 0, 10)).to.deep.equal([]);
  });

  it('go on after a commit that failed', async () => {
    const { store } = opened();
    await rejectionOf(store.commit(changesOf('ann', { messages: [{ toJSON: () => undefined }] })));

    const outcome = await store.commit(changesOf('ann'));

    expect(outcome).to.equal('committed');
  });
}

function keepsSessions(opened: () => OpenStore): void {
  it('know the sessions that were given out', async () => {
    const { sessions } = opened();

    await sessions.create('ann', AT);

    expect([await sessions.exists('ann'), await sessions.exists('bob')]).to.deep.equal([true, false]);
  });

  it('give out a session once', async () => {
    const { sessions } = opened();
    await sessions.create('ann', AT);

    const fault = await rejectionOf(sessions.create('ann', AT));

    expect(fault).to.include({ code: 'storage-failed' });
  });
}
