import { expect } from 'chai';
import type { Agent } from 'undici';
import type { SlackAnswer } from '../../../src/channels/slack/slackAnswer.ts';
import { slackClient } from '../../../src/channels/slack/slackClient.ts';
import type { SlackWay } from '../../../src/channels/slack/slackInput.ts';
import { createSlackSocket, type SlackSocket } from '../../../src/channels/slack/slackSocket.ts';
import { type FakeSlack, startFakeSlack } from '../../support/fakeSlack.ts';
import type { SlackFault } from '../../support/fakeSlackAnswers.ts';
import type { EnvelopeType } from '../../support/fakeSlackSocket.ts';
import { recordingLog } from '../../support/httpServer.ts';
import { slackPayloads } from '../../support/slackPayloads.ts';
import { WORKSPACE } from '../../support/slackWorkspace.ts';

const ada = slackPayloads();
const OPEN = 'apps.connections.open';

/** How long closing may take, in milliseconds. */
const CLOSED_WITHIN = 1_000;

interface Wait {
  readonly milliseconds: number;
  readonly pass: () => void;
}

describe('a socket to Slack', () => {
  let slack: FakeSlack;
  let dispatcher: Agent;
  let recorded: ReturnType<typeof recordingLog>;
  let time: number;
  let answer: (way: SlackWay, payload: unknown) => Promise<SlackAnswer>;
  let waits: Wait[];
  let waiting: (() => void) | null;
  let socket: SlackSocket;
  const uncaught: unknown[] = [];
  const note = (err: unknown) => void uncaught.push(err);

  before(() => void process.on('unhandledRejection', note));
  after(() => void process.off('unhandledRejection', note));

  beforeEach(async () => {
    slack = await startFakeSlack();
    dispatcher = slackClient();
    recorded = recordingLog();
    [time, waits, waiting] = [Date.parse('2026-01-05T09:00:00Z'), [], null];
    answer = async () => ({ status: 200 });
    socket = build();
  });

  afterEach(async () => {
    await socket.close();
    await dispatcher.destroy();
    await slack.close();
    expect(uncaught.splice(0), 'rejections that nobody handled').to.deep.equal([]);
  });

  const build = (appToken: string = WORKSPACE.appToken): SlackSocket =>
    createSlackSocket({
      ...{ appToken, apiUrl: slack.apiUrl, dispatcher, log: recorded.log, openWithin: 300 },
      take: (way, payload) => answer(way, payload),
      now: () => new Date(time),
      wait: (milliseconds) =>
        new Promise((resolve) => {
          waits.push({ milliseconds, pass: resolve });
          waiting?.();
        }),
    });
  /** Waits until it is connected, and knows it. */
  const isOpen = async () => {
    await slack.waitFor(() => slack.socket.connections() === 1);
    await slack.sendOverSocket('nothing' as EnvelopeType, {});
  };
  /** Waits until it waits. */
  const nextWait = async (): Promise<Wait> => {
    if (waits.length === 0) {
      await new Promise<void>((resolve) => {
        waiting = resolve;
      });
    }
    waiting = null;
    return waits.shift() ?? expect.fail('it doesn’t wait');
  };
  /** Passes over the next wait, and gives how long it would have been, in milliseconds. */
  const paused = async (): Promise<number> => {
    const { milliseconds, pass } = await nextWait();
    pass();
    return milliseconds;
  };
  const errors = () =>
    recorded.lines
      .map((line) => JSON.parse(line) as { readonly level: number; readonly code: string; readonly msg: string })
      .filter(({ level }) => level >= 50);

  it('hands over what comes, and acknowledges it with what it is answered with', async () => {
    const errorsBeside = { response_action: 'errors', errors: { text: 'Too long' } };
    const seen: SlackWay[] = [];
    answer = async (way) => {
      seen.push(way);
      if (way === 'commands') return { status: 200, body: 'I wrote to you' };
      return way === 'actions' ? { status: 200, body: errorsBeside } : { status: 403 };
    };
    socket.start();
    await isOpen();

    const acks = [
      await slack.sendOverSocket('events_api', ada.says('hi')),
      await slack.sendOverSocket('interactive', ada.submits({ type: 'modal' }, {})),
      await slack.sendOverSocket('slash_commands', ada.commands('no sound')),
    ];

    expect(seen).to.deep.equal(['events', 'actions', 'commands']);
    expect(acks).to.deep.equal([{}, errorsBeside, { text: 'I wrote to you' }]);
  });

  it('puts no words into the acknowledgement of what takes none', async () => {
    answer = async () => ({ status: 200, body: { challenge: 'x' } });
    socket.start();
    await isOpen();

    const ack = await slack.sendOverSocket('events_api', ada.says('hi'));

    expect(ack).to.deep.equal({});
  });

  it('leaves what is answered with 503 without an acknowledgement, so that it comes again', async () => {
    const statuses = [503, 200];
    const answered: Promise<SlackAnswer>[] = [];
    answer = (_, payload) => {
      const given = Promise.resolve({ status: statuses[answered.length] ?? 0, payload });
      answered.push(given);
      return given;
    };
    socket.start();
    await isOpen();
    const event = ada.says('hi');

    const first = slack.sendOverSocket('events_api', event);
    const second = await slack.sendOverSocket('events_api', event, { retry: 1 });
    slack.socket.drop();

    expect(answered).to.have.length(2);
    expect([await first, second]).to.deep.equal(['none', {}]);
  });

  it('acknowledges what it knows nothing of, which would be the same again', async () => {
    answer = async () => expect.fail('it was handed over');
    socket.start();
    await isOpen();

    const acks = [
      await slack.sendOverSocket('constructor' as EnvelopeType, {}),
      await slack.sendOverSocket('block_options' as EnvelopeType, {}),
    ];

    expect(acks).to.deep.equal([{}, {}]);
  });

  it('passes over what can’t be read, and tells the log without its words', async () => {
    socket.start();
    await isOpen();

    for (const raw of ['null', '7', '"secret words"', '{', '{}', '{"type":"events_api","payload":"secret words"}']) {
      slack.socket.sendRaw(raw);
    }
    const ack = await slack.sendOverSocket('events_api', ada.says('more secret words'));

    expect(ack).to.deep.equal({});
    expect(recorded.lines.join()).to.include('malformed').and.not.include('secret');
  });

  for (const [title, end] of [
    ['Slack asks it to go', () => slack.socket.disconnect()],
    ['it is cut off', () => slack.socket.drop()],
  ] as const) {
    it(`connects anew at once when ${title}`, async () => {
      socket.start();
      await isOpen();
      time += 3_600_000;

      end();
      const pause = await paused();
      await slack.waitFor(() => slack.count(OPEN) === 2 && slack.socket.connections() === 1);
      const ack = await slack.sendOverSocket('events_api', ada.says('hi'));

      expect([pause, ack]).to.deep.equal([0, {}]);
      expect(errors()).to.deep.equal([]);
    });
  }

  it('waits longer and longer where each connection is ended at once, and says so', async () => {
    socket.start();
    const pauses: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      await isOpen();
      slack.socket.disconnect();
      await slack.waitFor(() => slack.socket.connections() === 0);
      pauses.push(await paused());
    }

    expect(pauses).to.deep.equal([1_000, 2_000, 5_000, 10_000, 30_000, 30_000]);
    expect(recorded.lines.join()).to.include('socket-short');
  });

  const faults: readonly (readonly [string, SlackFault, number, string])[] = [
    ['is asked to wait', { answer: 429, headers: { 'retry-after': '7' } }, 7_000, 'http-429'],
    ['is asked to wait for a year', { answer: 429, headers: { 'retry-after': '31536000' } }, 600_000, 'http-429'],
    ['is asked to wait without a time', { answer: 429 }, 1_000, 'http-429'],
    ['gets a 500', { answer: 500 }, 1_000, 'http-500'],
    ['gets no answer', { answer: 'silence' }, 1_000, 'socket-failed'],
    ['is cut off', { answer: 'reset' }, 1_000, 'socket-failed'],
    ['hears of an internal error', { answer: { error: 'internal_error' } }, 1_000, 'internal_error'],
  ];
  for (const [title, fault, milliseconds, code] of faults) {
    it(`tries again when it ${title}, at the start and later`, async () => {
      slack.failNext({ on: OPEN, ...fault });
      socket.start();
      const first = await paused();
      await isOpen();
      time += 3_600_000;

      slack.failNext({ on: OPEN, ...fault });
      slack.socket.drop();
      await paused();
      const second = await paused();
      await slack.waitFor(() => slack.count(OPEN) === 4 && slack.socket.connections() === 1);

      expect(first).to.equal(milliseconds);
      expect(second).to.equal(milliseconds);
      expect(errors().map((line) => line.code)).to.deep.equal([code, code]);
    });
  }

  it('says once that the token is refused, in words for whoever set it, and goes on trying', async () => {
    slack.failNext(...[1, 2, 3].map(() => ({ on: OPEN, answer: { error: 'invalid_auth' } })));
    socket.start();

    const pauses = [await paused(), await paused(), await paused()];
    await isOpen();

    expect(pauses).to.deep.equal([1_000, 2_000, 5_000]);
    expect(errors()).to.have.length(1);
    expect(errors()[0]?.code).to.equal('invalid_auth');
    expect(errors()[0]?.msg).to.include('SLACK_APP_TOKEN').and.include('connections:write');
    expect(recorded.lines.at(-1)).to.include('connected to Slack over a socket');
    expect(recorded.lines.join()).not.to.include(WORKSPACE.appToken);
  });

  it('tries again when Slack takes no socket, or greets none', async () => {
    slack.socket.refuse(true);
    socket.start();

    const refused = await nextWait();
    slack.socket.refuse(false);
    slack.socket.ignore(true);
    refused.pass();
    const ignored = await nextWait();
    slack.socket.ignore(false);
    ignored.pass();
    await isOpen();

    expect([refused.milliseconds, ignored.milliseconds]).to.deep.equal([1_000, 2_000]);
    expect(errors().map(({ code }) => code)).to.deep.equal(['socket-failed']);
  });

  it('acknowledges what is under way when it is closed, and takes nothing new', async () => {
    let finish: (given: SlackAnswer) => void = () => undefined;
    let seen = 0;
    const arrived = new Promise<void>((resolve) => {
      answer = () =>
        new Promise((done) => {
          seen += 1;
          finish = done;
          resolve();
        });
    });
    socket.start();
    await isOpen();
    const first = slack.sendOverSocket('slash_commands', ada.commands('a'));
    await arrived;

    const closed = socket.close();
    const second = slack.sendOverSocket('slash_commands', ada.commands('b'));
    finish({ status: 200, body: 'done' });
    await closed;

    expect([await first, await second, seen]).to.deep.equal([{ text: 'done' }, 'none', 1]);
    await slack.waitFor(() => slack.socket.connections() === 0);
  });

  const states: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['was never started', async () => undefined],
    [
      'asks where to connect',
      async () => {
        slack.hold();
        socket.start();
        await slack.waitFor(() => slack.count(OPEN) === 1);
      },
    ],
    [
      'waits for the greeting',
      async () => {
        slack.socket.ignore(true);
        socket.start();
        await slack.waitFor((ledger) => ledger[0]?.status === 200);
      },
    ],
    [
      'is connected to somebody who doesn’t answer any more',
      async () => {
        socket.start();
        await isOpen();
        slack.socket.freeze();
      },
    ],
    [
      'waits to try again',
      async () => {
        slack.failNext({ answer: 500 });
        socket.start();
        await slack.waitFor((ledger) => ledger[0]?.status === 500);
      },
    ],
    [
      'has lost its connection',
      async () => {
        socket.start();
        await isOpen();
        slack.socket.drop();
      },
    ],
  ];
  for (const [title, bring] of states) {
    it(`ends within a second when it ${title}, and asks for no other connection`, async () => {
      await bring();
      const asked = slack.count(OPEN);
      const start = performance.now();

      await socket.close();
      const took = performance.now() - start;
      for (const { pass } of waits) pass();
      await new Promise((resolve) => setImmediate(resolve));

      expect(took).to.be.below(CLOSED_WITHIN);
      expect(slack.count(OPEN)).to.equal(asked);
    });
  }
});
