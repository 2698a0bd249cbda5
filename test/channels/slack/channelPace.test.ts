import { expect } from 'chai';
import { type ChannelPace, createChannelPace } from '../../../src/channels/slack/channelPace.ts';
import type { Rank } from '../../../src/channels/slack/paceQueue.ts';
import { SlackCallError } from '../../../src/channels/slack/slackCallError.ts';

describe('the pace of a Slack channel', () => {
  let clock: WaitingClock;
  let pace: ChannelPace;
  let calls: string[];

  beforeEach(() => {
    clock = waitingClock();
    pace = createChannelPace(clock);
    calls = [];
  });

  /** Notes when it is called, in milliseconds after the beginning, and answers with each of the faults first. */
  const call =
    (name: string, faults: Error[] = []) =>
    async () => {
      calls.push(`${name} ${clock.now().getTime()}`);
      const fault = faults.shift();
      if (fault !== undefined) throw fault;
      return name;
    };
  const post = (name: string, faults: Error[] = [], rank: Rank = 'answer', beginsThread = false) =>
    settled(pace.post('C1', call(name, faults), { rank, beginsThread }));
  const outbox = (name: string) => post(name, [], 'outbox');

  it('lets three through at once, and then one a second, in order', async () => {
    const posts = ['a', 'b', 'c', 'd', 'e'].map((name) => post(name));

    await clock.pass(10_000);

    expect(await Promise.all(posts)).to.deep.equal(['a', 'b', 'c', 'd', 'e']);
    expect(calls).to.deep.equal(['a 0', 'b 0', 'c 0', 'd 1000', 'e 2000']);
  });

  it('lets nobody pass who came later, though there is room before the first has woken', async () => {
    const posts = ['a', 'b', 'c', 'd'].map((name) => post(name));
    await clock.pass(0);

    clock.jump(1_500);
    posts.push(post('e'));
    await clock.pass(10_000);

    await Promise.all(posts);
    expect(calls.slice(3)).to.deep.equal(['d 1500', 'e 2000']);
  });

  it('lets answers and what the outbox sends take turns, each in order', async () => {
    const posts = ['a', 'b', 'c'].map((name) => post(name));
    posts.push(outbox('row 1'), outbox('row 2'), outbox('row 3'));
    await clock.pass(500);
    posts.push(post('d'), post('e'));

    await clock.pass(10_000);

    await Promise.all(posts);
    expect(calls.slice(3)).to.deep.equal(['d 1000', 'row 1 2000', 'e 3000', 'row 2 4000', 'row 3 5000']);
  });

  it('lets what begins threads and what goes into them take turns, each in order, and both with answers', async () => {
    const posts = ['a', 'b', 'c', 'd', 'e'].map((name) => post(name));
    posts.push(outbox('row 1'), outbox('row 2'));
    await clock.pass(500);
    posts.push(...['case 1', 'case 2', 'case 3'].map((name) => post(name, [], 'outbox', true)));

    await clock.pass(10_000);

    await Promise.all(posts);
    expect(calls.slice(3)).to.deep.equal([
      ...['d 1000', 'case 1 2000', 'e 3000', 'row 1 4000', 'case 2 5000'],
      ...['row 2 6000', 'case 3 7000'],
    ]);
  });

  it('keeps nobody waiting for more than one before each of their own, however many begin threads', async () => {
    for (let index = 0; index < 3; index++) void post(`at once ${index}`);
    const [row, next] = [outbox('row'), outbox('next')];
    const cases = Array.from({ length: 9 }, (_, index) => post(`case ${index}`, [], 'outbox', true));

    await clock.pass(20_000);

    expect([await row, await next]).to.deep.equal(['row', 'next']);
    expect(calls.slice(3, 7)).to.deep.equal(['case 0 1000', 'row 2000', 'case 1 3000', 'next 4000']);
    expect(await cases[8]).to.include({ isUntried: true });
  });

  it('lets one that begins a thread through though much waits to go into threads, and has the last of that come again', async () => {
    for (let index = 0; index < 10; index++) void outbox(`row ${index}`);
    const [late, start] = [outbox('late'), post('case', [], 'outbox', true)];

    await clock.pass(20_000);

    expect(await late).to.include({ isUntried: true, retryAfterMs: 1_000 });
    expect(await start).to.equal('case');
    expect(calls.slice(3, 5)).to.deep.equal(['case 1000', 'row 3 2000']);
  });

  it('keeps what the outbox sends waiting for eight seconds, and an answer no longer than two calls for each before it', async () => {
    const rows = Array.from({ length: 11 }, (_, nth) => outbox(`row ${nth}`));

    const refused = await outbox('too many');
    const answers = [post('a'), post('b')];
    await clock.pass(30_000);

    expect(refused).to.include({ statusCode: 429, retryAfterMs: 9_000, isUntried: true });
    expect(await Promise.all(answers)).to.deep.equal(['a', 'b']);
    expect(calls.slice(3, 7)).to.deep.equal(['a 1000', 'row 3 2000', 'b 3000', 'row 4 4000']);
    const late = (await Promise.all(rows)).filter((row) => row instanceof Error);
    expect(late).to.have.lengthOf(2);
  });

  it('leaves it to the outbox to wait after a 429', async () => {
    const refused = await post('row', [limited(1_000)], 'outbox');
    const next = post('a');
    await clock.pass(5_000);

    expect(refused).to.include({ statusCode: 429, retryAfterMs: 1_000 });
    expect(await next).to.equal('a');
    expect(calls).to.deep.equal(['row 0', 'a 1000']);
  });

  it('keeps one channel waiting for no other', async () => {
    const posts = ['a', 'b', 'c', 'd'].map((name) => post(name));
    const other = pace.post('C2', call('other'), { rank: 'answer' });

    await clock.pass(0);

    expect(calls).to.include('other 0').and.not.include('d 1000');
    await clock.pass(10_000);
    expect(await other).to.equal('other');
    await Promise.all(posts);
  });

  it('keeps nobody waiting who taps five times in five seconds', async () => {
    const posts: Promise<string | Error>[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      posts.push(post(name));
      await clock.pass(1_000);
    }

    await Promise.all(posts);
    expect(calls).to.deep.equal(['a 0', 'b 1000', 'c 2000', 'd 3000', 'e 4000']);
  });

  it('fills up again while nothing is posted', async () => {
    await Promise.all(['a', 'b', 'c'].map((name) => post(name)));
    await clock.pass(60_000);

    const posts = ['d', 'e', 'f', 'g'].map((name) => post(name));
    await clock.pass(10_000);

    await Promise.all(posts);
    expect(calls.slice(3)).to.deep.equal(['d 60000', 'e 60000', 'f 60000', 'g 61000']);
  });

  it('refuses at once whom it would keep for more than ten seconds, and says how long that would be', async () => {
    const posts = Array.from({ length: 13 }, (_, index) => post(`${index}`));

    const refused = await post('too many');

    expect(refused).to.be.instanceOf(SlackCallError).and.include({ statusCode: 429, retryAfterMs: 11_000 });
    await clock.pass(20_000);
    expect(await Promise.all(posts))
      .to.have.lengthOf(13)
      .and.include('12');
    expect(calls.at(-1)).to.equal('12 10000');
  });

  describe('after a 429', () => {
    it('that is soon over calls once more, with nobody in between', async () => {
      const first = post('a', [limited(4_000)]);
      await clock.pass(1_000);
      const second = post('b');

      await clock.pass(20_000);

      expect(await Promise.all([first, second])).to.deep.equal(['a', 'b']);
      expect(calls).to.deep.equal(['a 0', 'a 4000', 'b 5000']);
    });

    it('keeps those that were waiting already until Slack’s wait is over', async () => {
      const posts = [post('a', [limited(4_000)]), post('b'), post('c'), post('d')];

      await clock.pass(20_000);

      expect(await Promise.all(posts)).to.deep.equal(['a', 'b', 'c', 'd']);
      expect(calls).to.deep.equal(['a 0', 'b 0', 'c 0', 'a 4000', 'd 5000']);
    });

    it('a second time throws it', async () => {
      const first = post('a', [limited(1_000), limited(2_000)]);

      await clock.pass(20_000);

      expect(await first).to.include({ statusCode: 429, retryAfterMs: 2_000 });
      expect(calls).to.deep.equal(['a 0', 'a 1000']);
    });

    it('that takes longer throws it, and stands still for everybody', async () => {
      const first = await post('a', [limited(8_000)]);
      const second = post('b');

      await clock.pass(20_000);

      expect(first).to.include({ statusCode: 429, retryAfterMs: 8_000 });
      expect(await second).to.equal('b');
      expect(calls).to.deep.equal(['a 0', 'b 8000']);
    });

    it('keeps no other channel waiting', async () => {
      const first = post('a', [limited(4_000)]);
      await clock.pass(1_000);
      const other = pace.post('C2', call('other'), { rank: 'answer' });

      await clock.pass(20_000);

      expect(await Promise.all([first, other])).to.deep.equal(['a', 'other']);
      expect(calls).to.deep.equal(['a 0', 'other 1000', 'a 4000']);
    });

    it('refuses while it stands still for longer than anybody waits', async () => {
      await post('a', [limited(30_000)]);
      await clock.pass(5_000);

      const refused = await post('b');

      expect(refused).to.include({ statusCode: 429, retryAfterMs: 25_000 });
      expect(calls).to.deep.equal(['a 0']);
    });

    it('refuses those that were waiting and would have to for too long now', async () => {
      const slow = deferred();
      const first = settled(pace.post('C1', () => slow.promise, { rank: 'answer' }));
      const posts = [post('b'), post('c'), post('d')];
      slow.fail(limited(11_000));

      await clock.pass(20_000);

      expect(await first).to.include({ statusCode: 429 });
      expect((await Promise.all(posts)).at(-1)).to.include({ statusCode: 429, retryAfterMs: 10_000 });
    });

    it('without a wait throws it, and goes on', async () => {
      const first = await post('a', [new SlackCallError('chat.postMessage', { statusCode: 429 })]);

      expect(first).to.include({ statusCode: 429 });
      expect(await post('b')).to.equal('b');
    });
  });

  it('throws other faults as they are, and calls no second time', async () => {
    const fault = new SlackCallError('chat.postMessage', { statusCode: 503, retryAfterMs: 1_000 });

    expect(await post('a', [fault])).to.equal(fault);
    expect(calls).to.deep.equal(['a 0']);
  });

  describe('for changes of messages', () => {
    it('takes as many as come, and nothing from what may be posted', async () => {
      for (let index = 0; index < 20; index++) await pace.update(call('update'), 'answer');

      expect(await post('a')).to.equal('a');
      expect(calls.at(-1)).to.equal('a 0');
    });

    it('stands still by itself', async () => {
      const first = settled(pace.update(call('update', [limited(8_000)]), 'answer'));
      await clock.pass(1_000);
      const second = settled(pace.update(call('second'), 'answer'));
      await post('a');

      await clock.pass(20_000);

      expect(await first).to.include({ retryAfterMs: 8_000 });
      expect(await second).to.equal('second');
      expect(calls).to.deep.equal(['update 0', 'a 1000', 'second 8000']);
    });

    it('tries again after a short wait', async () => {
      const update = settled(pace.update(call('update', [limited(2_000)]), 'answer'));

      await clock.pass(20_000);

      expect(await update).to.equal('update');
      expect(calls).to.deep.equal(['update 0', 'update 2000']);
    });
  });

  it('forgets the channels that are longest unused, and none that is waited for', async () => {
    pace = createChannelPace({ ...clock, kept: 2 });
    const posts = ['a', 'b', 'c', 'd'].map((name) => post(name));
    for (const channel of ['C2', 'C3', 'C4']) await pace.post(channel, call(channel), { rank: 'answer' });
    expect(pace.size()).to.equal(4);
    await clock.pass(10_000);

    await pace.post('C5', call('C5'), { rank: 'answer' });

    expect(pace.size()).to.equal(2);
    await Promise.all(posts);
  });
});

function limited(retryAfterMs: number): SlackCallError {
  return new SlackCallError('chat.postMessage', { statusCode: 429, retryAfterMs });
}

/** What it comes to, either way. */
function settled<T>(promise: Promise<T>): Promise<T | Error> {
  return promise.catch((fault: Error) => fault);
}

function deferred(): { readonly promise: Promise<string>; readonly fail: (fault: Error) => void } {
  let fail: (fault: Error) => void = () => undefined;
  const promise = new Promise<string>((_resolve, reject) => {
    fail = reject;
  });
  return { promise, fail };
}

interface WaitingClock {
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Lets so much time pass, with all that is to happen in it. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** So much time has passed, and nobody has noticed yet. */
  readonly jump: (milliseconds: number) => void;
}

/** A clock that stands still until it is told. It begins at 0. */
function waitingClock(): WaitingClock {
  let now = 0;
  let waits: { readonly due: number; readonly done: () => void }[] = [];
  /** Whatever was to happen by promises alone has happened after this. */
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => new Date(now),
    wait: (milliseconds) => new Promise((done) => void waits.push({ due: now + milliseconds, done })),
    jump: (milliseconds) => {
      now += milliseconds;
    },
    async pass(milliseconds) {
      const end = now + milliseconds;
      await settle();
      for (let next = soonest(waits, end); next !== undefined; next = soonest(waits, end)) {
        const due = next;
        now = Math.max(now, due.due);
        waits = waits.filter((wait) => wait !== due);
        due.done();
        await settle();
      }
      now = end;
    },
  };
}

function soonest<T extends { readonly due: number }>(waits: readonly T[], end: number): T | undefined {
  return waits.filter(({ due }) => due <= end).toSorted((one, other) => one.due - other.due)[0];
}
