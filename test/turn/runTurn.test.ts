import { expect } from 'chai';
import type { AnsweredDeliveries } from '../../src/turn/answeredDeliveries.ts';
import { createAnsweredDeliveries } from '../../src/turn/answeredDeliveries.ts';
import { createLanes, type Lanes } from '../../src/turn/lane.ts';
import { createTurns, type TurnResult, type Turns, type WorkResult } from '../../src/turn/runTurn.ts';
import type { OpenStore } from '../contracts/turnStoreContract.ts';
import { AT, changesOf, countOf, rejectionOf, stateOf, webKeys } from '../contracts/turnStoreSamples.ts';
import { makeTempFolder, openStore, removeFolder } from '../storage/openStore.ts';
import { createGate } from './gate.ts';
import { unhurried } from './unhurried.ts';

describe('a turn', () => {
  let folder: string;
  let opened: OpenStore;
  let lanes: Lanes;
  let answered: AnsweredDeliveries;
  let turns: Turns;

  beforeEach(async () => {
    folder = await makeTempFolder();
    opened = await openStore(folder);
    lanes = createLanes();
    answered = createAnsweredDeliveries();
    turns = createTurns({ store: opened.store, lanes, answered, ...unhurried(() => AT) });
  });

  afterEach(async () => {
    await opened.close();
    await removeFolder(folder);
  });

  /** A turn of another process. */
  const commitElsewhere = async (delivery: string) => {
    const keys = webKeys('ann', delivery);
    const { version } = await opened.store.load(keys);
    await opened.store.commit(changesOf('ann', { keys, version, state: stateOf(100) }));
  };

  it('commits what its work came to, then hands over the reply', async () => {
    const replies: TurnResult<string>[] = [];

    const result = await turns.run(webKeys('ann'), async () => worked('hello', { greeted: true }), collect(replies));

    expect(result).to.deep.equal({ outcome: 'committed', reply: 'hello' });
    expect(replies).to.deep.equal([result]);
    expect(await opened.store.load(webKeys('ann'))).to.deep.include({ state: stateOf(1), greeted: true, seen: true });
  });

  it('gives its work what the last one left', async () => {
    await turns.run(webKeys('ann', 'a'), async () => worked('one'), nothing);

    const result = await turns.run(
      webKeys('ann', 'b'),
      async ({ state }) => worked(`after ${countOf(state)}`),
      nothing,
    );

    expect(result).to.include({ reply: 'after 1' });
  });

  it('is committed when the reply is handed over', async () => {
    let seen = false;

    await turns.run(
      webKeys('ann'),
      async () => worked('hello'),
      async () => {
        ({ seen } = await opened.store.load(webKeys('ann')));
      },
    );

    expect(seen).to.equal(true);
  });

  it('is dropped when it comes again after it was answered', async () => {
    const replies: TurnResult<string>[] = [];
    await turns.run(webKeys('ann'), async () => worked('hello'), nothing);

    const again = await turns.run(webKeys('ann'), never, collect(replies));

    expect(again).to.deep.include({ outcome: 'repeat', answered: true });
    expect(replies).to.deep.equal([]);
  });

  it('is answered again when it was committed and never answered', async () => {
    const replies: TurnResult<string>[] = [];
    await turns.run(webKeys('ann'), async () => worked('hello'), nothing);
    const afterRestart = createTurns({
      store: opened.store,
      lanes,
      answered: createAnsweredDeliveries(),
      ...unhurried(() => AT),
    });

    const again = await afterRestart.run(webKeys('ann'), never, collect(replies));
    const third = await afterRestart.run(webKeys('ann'), never, collect(replies));

    const loaded = await opened.store.load(webKeys('ann'));
    expect(again).to.deep.equal({ outcome: 'repeat', answered: false, loaded });
    expect(replies).to.deep.equal([again]);
    expect(third).to.include({ answered: true });
  });

  it('stays committed and unanswered when the reply can’t be sent', async () => {
    const fault = await rejectionOf(turns.run(webKeys('ann'), async () => worked('hello'), fails));

    const again = await turns.run(webKeys('ann'), never, nothing);

    expect(fault).to.have.property('message', 'broken');
    expect(again).to.include({ outcome: 'repeat', answered: false });
  });

  it('writes nothing when its work fails', async () => {
    const fault = await rejectionOf(turns.run(webKeys('ann'), fails, never));

    expect(fault).to.have.property('message', 'broken');
    expect(await opened.store.load(webKeys('ann'))).to.include({ version: 0, seen: false });
  });

  it('runs again when it comes again and nothing was done', async () => {
    const replies: TurnResult<string>[] = [];
    const undone = (reply: string) => async () => worked(reply, { state: null, isUndone: true });

    await turns.run(webKeys('ann'), undone('too late'), collect(replies));
    await turns.run(webKeys('ann'), undone('still too late'), collect(replies));

    expect(replies).to.deep.equal([
      { outcome: 'committed', reply: 'too late' },
      { outcome: 'committed', reply: 'still too late' },
    ]);
  });

  it('always runs where the channel gives no id', async () => {
    const replies: TurnResult<string>[] = [];
    const keys = webKeys('ann', null);

    await turns.run(keys, async () => worked('one'), collect(replies));
    await turns.run(keys, async () => worked('two'), collect(replies));

    expect(replies.map((result) => result.outcome)).to.deep.equal(['committed', 'committed']);
  });

  it('runs again from what another process left when that was faster', async () => {
    const started: number[] = [];

    const result = await turns.run(
      webKeys('ann'),
      async ({ state }) => {
        started.push(countOf(state));
        if (started.length === 1) await commitElsewhere('other');
        return { ...worked('hello'), state: stateOf(countOf(state) + 1) };
      },
      nothing,
    );

    const { state } = await opened.store.load(webKeys('ann'));
    expect(result).to.include({ outcome: 'committed' });
    expect(started).to.deep.equal([0, 100]);
    expect(countOf(state)).to.equal(101);
  });

  it('is a repeat when another process was faster with the same delivery', async () => {
    const replies: TurnResult<string>[] = [];

    const result = await turns.run(
      webKeys('ann'),
      async () => {
        await commitElsewhere('first');
        return worked('hello');
      },
      collect(replies),
    );

    expect(result).to.include({ outcome: 'repeat', answered: false });
    expect(replies).to.deep.equal([result]);
    expect(countOf((await opened.store.load(webKeys('ann'))).state)).to.equal(100);
  });

  it('pauses before each rerun', async () => {
    const pauses: number[] = [];
    let runs = 0;
    const pausing = createTurns({
      ...{ store: opened.store, lanes, answered },
      ...unhurried(() => AT),
      pause: async (rerun) => void pauses.push(rerun),
    });

    await pausing.run(
      webKeys('ann'),
      async () => {
        expect(pauses).to.have.lengthOf(runs);
        if (runs++ < 3) await commitElsewhere(`other ${runs}`);
        return worked('hello');
      },
      nothing,
    );

    expect(pauses).to.deep.equal([1, 2, 3]);
  });

  it('gives up after twelve reruns that all lost', async () => {
    let runs = 0;

    const fault = await rejectionOf(
      turns.run(
        webKeys('ann'),
        async () => {
          await commitElsewhere(`other ${runs++}`);
          return worked('hello');
        },
        never,
      ),
    );

    expect(fault).to.include({ code: 'turn-contended' });
    expect(runs).to.equal(13);
    expect(await opened.store.load(webKeys('ann'))).to.include({ version: 13, seen: false });
  });

  it('begins only when the reply of the one before was sent', async () => {
    const gate = createGate();
    const seen: string[] = [];
    const first = turns.run(
      webKeys('ann', 'a'),
      async () => worked('first'),
      async () => {
        await gate.opened;
        seen.push('first sent');
      },
    );
    const second = turns.run(
      webKeys('ann', 'b'),
      async () => {
        seen.push('second runs');
        return worked('second');
      },
      nothing,
    );
    await turns.run(
      webKeys('bob'),
      async () => worked('meanwhile'),
      async () => void seen.push('bob sent'),
    );

    gate.open();
    await Promise.all([first, second]);

    expect(seen).to.deep.equal(['bob sent', 'first sent', 'second runs']);
  });

  it('waits for the answer of the same delivery, then is dropped', async () => {
    const replies: TurnResult<string>[] = [];

    const results = await Promise.all([
      turns.run(webKeys('ann'), async () => worked('hello'), collect(replies)),
      turns.run(webKeys('ann'), never, collect(replies)),
    ]);

    expect(results[1]).to.include({ outcome: 'repeat', answered: true });
    expect(replies).to.deep.equal([results[0]]);
  });
});

function worked(reply: string, others: Partial<WorkResult<string>> = {}): WorkResult<string> {
  return { state: stateOf(1), greeted: false, messages: [], outbox: [], cases: [], reply, ...others };
}

function collect<T>(results: TurnResult<T>[]): (result: TurnResult<T>) => Promise<void> {
  return async (result) => {
    results.push(result);
  };
}

async function nothing(): Promise<void> {
  await Promise.resolve();
}

async function fails(): Promise<never> {
  throw new Error('broken');
}

async function never(): Promise<never> {
  throw new Error('this must not be called');
}
