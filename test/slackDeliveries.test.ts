import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type App, startApp } from '../src/app.ts';
import type { SlackWay } from '../src/channels/slack/slackInput.ts';
import { readConfig } from '../src/config/env.ts';
import { createLog } from '../src/log.ts';
import { clicks, play } from './support/chat.ts';
import { deliverToSlack, type SlackDelivery } from './support/deliverToSlack.ts';
import { type FakeSlack, startFakeSlack } from './support/fakeSlack.ts';
import { fillModal } from './support/fillModal.ts';
import { findSlackOffer } from './support/findSlackOffer.ts';
import { freshDatabase } from './support/postgres.ts';
import { readBlockKit } from './support/readBlockKit.ts';
import type { ShownCard } from './support/readCard.ts';
import { type SlackChat, slackChat } from './support/slackChat.ts';
import { slackEnv } from './support/slackEnv.ts';
import type { SlackPayload } from './support/slackEvents.ts';
import { slackPerson, WORKSPACE } from './support/slackWorkspace.ts';

/** How often one thing is delivered: Slack sends it and tries three times more. */
const TIMES = 4;

const LINK = 'https://meet.contoso.com/jdoe/45GZFH99';

/** One thing that somebody does; whatever it is, it leads to the same. */
interface Deed {
  readonly title: string;
  readonly way: SlackWay;
  /** What is clicked before. */
  readonly after: readonly string[];
  readonly make: (chat: SlackChat, slack: FakeSlack) => Promise<SlackPayload> | SlackPayload;
  /** What stands on the first message that comes of it. */
  readonly shows: string;
}

const DEEDS: readonly Deed[] = [
  {
    ...{ title: 'a message', way: 'events', after: ['Start'], shows: 'Inside or outside' },
    make: ({ person }) => person.says('1'),
  },
  {
    ...{ title: 'a command', way: 'commands', after: ['Start'], shows: 'Inside or outside' },
    make: ({ person }) => person.commands('1'),
  },
  {
    ...{ title: 'a shortcut', way: 'actions', after: ['Start'], shows: 'Inside or outside' },
    make: ({ person }) => person.getsHelp('1'),
  },
  {
    ...{ title: 'a click', way: 'actions', after: ['Start'], shows: 'Inside or outside' },
    make: (chat, slack) => tapOn(chat, slack, 'Just me'),
  },
  {
    ...{ title: 'a form', way: 'actions', after: ['My meeting starts now'], shows: `${LINK}?sl=1` },
    async make(chat, slack) {
      const tap = tapOn(chat, slack, 'Get my link');
      await chat.deliver('actions', tap);
      const view = slack.modal(String(tap['trigger_id'])) ?? expect.fail('no form was opened');
      return chat.person.submits(view, fillModal(view, { link: LINK }));
    },
  },
];

function tapOn({ person, direct }: SlackChat, slack: FakeSlack, label: string): SlackPayload {
  const post = slack.posts(direct).at(-1) ?? expect.fail('nothing was posted');
  return person.taps(findSlackOffer(post.blocks, label).element, post);
}

describe('what Slack delivers several times', function () {
  // The first test to ask for a PostgreSQL waits until it is up.
  this.timeout(60_000);

  let folder: string;
  let slack: FakeSlack;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let apps: App[];
  let people = 0;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-'));
    slack = await startFakeSlack();
    database = await freshDatabase();
    apps = [await start(), await start()];
    await slack.waitFor(() => slack.socket.connections() === 2);
  });
  after(async () => {
    await Promise.all(apps.map((app) => app.close()));
    await slack.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const start = (): Promise<App> => {
    const own = { NODE_ENV: 'test', PORT: '0', DATA_DIR: folder, DATABASE_URL: database.url };
    const env = { ...own, ...slackEnv(slack), SLACK_APP_TOKEN: WORKSPACE.appToken };
    return startApp(readConfig(env), { log: createLog({ level: 'silent' }), now: () => new Date() });
  };
  const originOf = (turn: number) => () => `http://127.0.0.1:${apps[turn % apps.length]?.port}`;
  const signed = { secret: WORKSPACE.signingSecret, now: () => new Date() };
  const arrive = async (after: readonly string[]): Promise<SlackChat> => {
    people += 1;
    const chat = slackChat(originOf(0), slack, slackPerson(`d${people}x`, `Person ${people}`), signed);
    await chat.arrive();
    await play(chat, after.map(clicks));
    return chat;
  };
  /** What the bot has said since there were so many messages. */
  const saidSince = ({ direct }: SlackChat, count: number): readonly ShownCard[] =>
    slack
      .posts(direct)
      .slice(count)
      .map((post) => readBlockKit({ ...post }, post.ts));

  const byHttp = (way: SlackWay, payload: object) => (turn: number) => {
    const again = { 'x-slack-retry-num': String(turn), 'x-slack-retry-reason': 'http_timeout' };
    const delivery: SlackDelivery = { ...signed, headers: turn === 0 ? {} : again };
    return deliverToSlack({ origin: originOf(turn), slack, delivery }, way, payload);
  };
  const bySocket = (way: SlackWay, payload: object) => () =>
    // The fake gives each to the next connection in its turn.
    deliverToSlack({ origin: originOf(0), slack, delivery: 'over-socket' }, way, payload);

  /** The statuses of one delivery after the other, or of all at once. */
  const inTurn = async (deliver: (turn: number) => Promise<{ readonly status: number }>) => {
    const statuses: number[] = [];
    for (let turn = 0; turn < TIMES; turn += 1) statuses.push((await deliver(turn)).status);
    return statuses;
  };
  const atOnce = async (deliver: (turn: number) => Promise<{ readonly status: number }>) => {
    const answers = await Promise.all(Array.from({ length: TIMES }, (_, turn) => deliver(turn)));
    return answers.map(({ status }) => status);
  };

  for (const [how, by] of [
    ['over HTTP', byHttp],
    ['over sockets', bySocket],
  ] as const) {
    for (const [when, deliverAll] of [
      ['to one instance after the other', inTurn],
      ['to both instances at once', atOnce],
    ] as const) {
      for (const { title, way, after, make, shows } of DEEDS) {
        it(`has one effect when it is ${title}, ${how}, ${when}`, async () => {
          const chat = await arrive(after);
          const payload = await make(chat, slack);
          const before = slack.posts(chat.direct).length;

          const statuses = await deliverAll(by(way, payload));

          const said = saidSince(chat, before);
          expect(statuses).to.deep.equal([200, 200, 200, 200]);
          expect(said.length).to.be.within(1, TIMES);
          expect(said[0]?.text).to.include(shows);
          // Whatever came of it later is the same card, drawn again.
          expect(new Set(said.map(({ offers }) => offers[0]?.data['card'])).size).to.equal(1);
          expect(said.map(({ text }) => text).join()).not.to.include('earlier card');
          expect(slack.faults).to.deep.equal([]);
        });
      }
    }
  }

  it('opens one form for one tap, and says nothing besides', async () => {
    const chat = await arrive(['My meeting starts now']);
    const tap = tapOn(chat, slack, 'Get my link');
    const before = slack.posts(chat.direct).length;

    const statuses = await inTurn(byHttp('actions', tap));

    expect(statuses).to.deep.equal([200, 200, 200, 200]);
    expect(slack.modal(String(tap['trigger_id']))).not.to.equal(null);
    expect(saidSince(chat, before)).to.deep.equal([]);
  });

  it('has the effect that was lost with a broken socket', async () => {
    const chat = await arrive(['Start']);
    const payload = chat.person.says('1');
    slack.socket.drop(0);

    const { status } = await bySocket('events', payload)();

    expect(status).to.equal(200);
    expect(saidSince(chat, 0).at(-1)?.text).to.include('Inside or outside');
  });
});
