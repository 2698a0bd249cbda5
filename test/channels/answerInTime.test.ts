import { expect } from 'chai';
import { answerInTime } from '../../src/channels/answerInTime.ts';
import { createGate } from '../turn/gate.ts';

/** Long enough never to be waited for, and short enough to be over at once. */
const LONG = 60_000;
const AT_ONCE = 0;

describe('waiting for a turn', () => {
  const ignore = { onLateFault: () => undefined };

  it('gives what a turn gives in time', async () => {
    const ended = await answerInTime(async () => 'card', { within: LONG, ...ignore });

    expect(ended).to.deep.equal({ kind: 'done', value: 'card' });
  });

  it('gives the fault of a turn that fails in time', async () => {
    const broken = new Error('broken');

    const fault = await answerInTime(
      async () => {
        throw broken;
      },
      { within: LONG, ...ignore },
    ).catch((error: unknown) => error);

    expect(fault).to.equal(broken);
  });

  for (const isCommitted of [true, false]) {
    it(`leaves a slow turn that ${isCommitted ? 'is' : 'isn’t'} committed to itself and says so`, async () => {
      const end = createGate();
      let ended = false;

      const answer = await answerInTime(
        async (taken) => {
          if (isCommitted) taken();
          await end.opened;
          ended = true;
        },
        { within: AT_ONCE, ...ignore },
      );

      expect([answer, ended]).to.deep.equal([{ kind: 'running', taken: isCommitted }, false]);
      end.open();
      await end.opened;
      await Promise.resolve();
      expect(ended).to.equal(true);
    });
  }

  it('tells of a slow turn’s fault', async () => {
    const end = createGate();
    const told = createGate();
    const faults: unknown[] = [];
    const onLateFault = (error: unknown) => {
      faults.push(error);
      told.open();
    };
    const broken = new Error('broken');
    await answerInTime(
      async () => {
        await end.opened;
        throw broken;
      },
      { within: AT_ONCE, onLateFault },
    );

    end.open();
    await told.opened;

    expect(faults).to.deep.equal([broken]);
  });
});
