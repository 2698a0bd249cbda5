import { expect } from 'chai';
import { Outbox, type OutboxPorts, type Outgoing, type Posted } from '../../web/outbox.ts';

const AT_ONCE: Posted = { end: 'again', after: 0 };
const SENT: Posted = { end: 'sent' };

/** An outbox whose attempts end as listed, and all that happened with it. */
function outbox(...ends: readonly Posted[]) {
  const log: string[] = [];
  const kept: string[][] = [];
  const left = [...ends];
  let onIdle: () => void = () => undefined;
  const ports: OutboxPorts = {
    post: async ({ id }) => {
      log.push(`post ${id}`);
      return left.shift() ?? SENT;
    },
    onDelivery: ({ id }, delivery, after) => {
      log.push(after === undefined ? `${id} ${delivery}` : `${id} ${delivery} ${after}`);
    },
    keep: (waiting) => {
      kept.push(waiting.map(({ id }) => id));
      if (waiting.length === 0) setImmediate(onIdle);
    },
    random: () => 1,
  };
  const idle = new Promise<void>((resolve) => {
    onIdle = resolve;
  });
  return { it: new Outbox(ports), log, kept, idle };
}

const message = (id: string): Outgoing => ({ id, text: 'hi' });

describe('the outbox of the page', () => {
  it('tries again with the same id until a message has arrived', async () => {
    const { it, log, idle } = outbox(AT_ONCE, AT_ONCE, SENT);

    it.send(message('a'));
    await idle;

    expect(log).to.deep.equal(['a sending', 'post a', 'a again', 'post a', 'a again', 'post a', 'a sent']);
  });

  it('sends one after another, in order, even when the first has to be sent twice', async () => {
    const { it, log, idle } = outbox(AT_ONCE);

    it.send(message('a'));
    it.send(message('b'));
    await idle;

    expect(log.filter((each) => each.startsWith('post'))).to.deep.equal(['post a', 'post a', 'post b']);
  });

  it('goes on with the next when one is refused for good', async () => {
    const { it, log, idle } = outbox({ end: 'refused' }, SENT);

    it.send(message('a'));
    it.send(message('b'));
    await idle;

    expect(log).to.include.members(['a refused', 'b sent']);
  });

  it('stops trying when the event stream has brought the message back', async () => {
    const { it, log, kept, idle } = outbox({ end: 'again', after: 60_000 });

    it.send(message('a'));
    await Promise.resolve();
    it.arrived('a');
    await idle;

    expect(log.filter((each) => each.startsWith('post'))).to.have.lengthOf(1);
    expect(kept.at(-1)).to.deep.equal([]);
  });

  it('waits no longer when the network is back', async () => {
    const { it, log, idle } = outbox({ end: 'again', after: 60_000 }, SENT);

    it.send(message('a'));
    await new Promise(setImmediate);
    it.hurry();
    await idle;

    expect(log.at(-1)).to.equal('a sent');
  });

  for (const end of ['too-fast', 'busy'] as const) {
    it(`sends again under the same id after the pause that the server asks for: ${end}`, async () => {
      const { it, log, idle } = outbox({ end, after: 30 }, SENT);
      const startedAt = performance.now();

      it.send(message('a'));
      it.send(message('b'));
      await new Promise(setImmediate);
      it.hurry();
      await idle;

      // Timers may fire a millisecond early.
      expect(performance.now() - startedAt).to.be.at.least(29);
      expect(log).to.deep.equal([
        'a sending',
        'post a',
        `a ${end} 30`,
        'post a',
        'a sent',
        'b sending',
        'post b',
        'b sent',
      ]);
    });
  }

  it('ends such a pause when the event stream has brought the message back', async () => {
    const { it, log, idle } = outbox({ end: 'busy', after: 60_000 });

    it.send(message('a'));
    await new Promise(setImmediate);
    it.arrived('a');
    await idle;

    expect(log).to.deep.equal(['a sending', 'post a', 'a busy 60000']);
  });

  it('keeps what isn’t sent yet, and nothing else', async () => {
    const { it, kept, idle } = outbox(AT_ONCE, SENT, SENT);

    it.send(message('a'));
    it.send(message('b'));
    await idle;

    expect(kept).to.deep.equal([['a'], ['a', 'b'], ['b'], []]);
  });
});
