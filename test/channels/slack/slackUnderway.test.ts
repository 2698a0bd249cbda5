import { expect } from 'chai';
import { createUnderway } from '../../../src/channels/slack/slackUnderway.ts';

/** Something that ends when it is told to. */
function gated() {
  let end: (how: 'done' | Error) => void = () => undefined;
  const gate = new Promise<string>((resolve, reject) => {
    end = (how) => (how instanceof Error ? reject(how) : resolve(how));
  });
  return { gate, end: (how: 'done' | Error = 'done') => end(how) };
}

describe('what is delivered again while it is under way', () => {
  it('waits for the first, and is taken as that is', async () => {
    const whileUnderway = createUnderway<string>();
    const { gate, end } = gated();
    const [taken, runs]: [string[], string[]] = [[], []];
    let take: () => void = () => undefined;
    const deliver = (name: string) =>
      whileUnderway(
        'd1',
        () => taken.push(name),
        (whenTaken) => {
          runs.push(name);
          take = whenTaken;
          return gate;
        },
      );

    const all = [deliver('first'), deliver('second')];
    await Promise.resolve();
    const before = [...taken];
    take();
    const after = [...taken];
    all.push(deliver('third'));
    end();

    expect(await Promise.all(all)).to.deep.equal(['done', 'done', 'done']);
    expect(runs).to.deep.equal(['first']);
    expect([before, after, taken]).to.deep.equal([[], ['first', 'second'], ['first', 'second', 'third']]);
  });

  it('fails as the first does, and is done anew after that', async () => {
    const whileUnderway = createUnderway<string>();
    const { gate, end } = gated();
    let runs = 0;
    const deliver = (result: Promise<string>) =>
      whileUnderway(
        'd1',
        () => undefined,
        () => {
          runs += 1;
          return result;
        },
      );

    const both = [deliver(gate), deliver(gate)].map((each) => each.catch((error: Error) => error.message));
    end(new Error('storage failed'));
    const failed = await Promise.all(both);
    const anew = await deliver(Promise.resolve('done'));

    expect([...failed, anew]).to.deep.equal(['storage failed', 'storage failed', 'done']);
    expect(runs).to.equal(2);
  });

  it('holds up no other delivery', async () => {
    const whileUnderway = createUnderway<string>();
    const { gate, end } = gated();
    const slow = whileUnderway(
      'd1',
      () => undefined,
      () => gate,
    );

    const other = await whileUnderway(
      'd2',
      () => undefined,
      async () => 'other',
    );
    end();

    expect([other, await slow]).to.deep.equal(['other', 'done']);
  });
});
