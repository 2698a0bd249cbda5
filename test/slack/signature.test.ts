import { expect } from 'chai';
import type { SlackWay } from '../../src/channels/slack/slackInput.ts';
import { signSlack } from '../support/signSlack.ts';
import type { SlackChat } from '../support/slackChat.ts';
import { WORKSPACE } from '../support/slackWorkspace.ts';
import { type SlackWorld, startSlackWorld } from './slackWorld.ts';

const OLDER: string = WORKSPACE.signingSecret;
const NEWER = 'made0up0newer0signing0secret';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** One request: whatever is sent twice is the very same. */
interface Sent {
  readonly way: SlackWay;
  readonly type: string;
  readonly body: Uint8Array;
}

/** What somebody new says by each route: each brings them the first card. */
const ROUTES: readonly (readonly [SlackWay, (chat: SlackChat, words: string) => Sent])[] = [
  ['events', ({ person }, words) => sent('events', JSON_TYPE, JSON.stringify(person.says(words)))],
  [
    'actions',
    ({ person }, words) => sent('actions', FORM_TYPE, form({ payload: JSON.stringify(person.getsHelp(words)) })),
  ],
  ['commands', ({ person }, words) => sent('commands', FORM_TYPE, form(person.commands(words)))],
];

function sent(way: SlackWay, type: string, body: string): Sent {
  return { way, type, body: Buffer.from(body) };
}

function form(fields: Readonly<Record<string, string>>): string {
  return String(new URLSearchParams(fields));
}

function without(name: string, headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name));
}

describe('the signature of what comes to the bot from Slack', () => {
  let world: SlackWorld;
  let time = Date.parse('2026-01-05T09:00:00Z');
  before(async () => {
    world = await startSlackWorld({ SLACK_SIGNING_SECRET: `${NEWER},${OLDER}` }, () => new Date(time));
    // From here on it knows who it is, and asks Slack nothing that nobody made it ask.
    await world.chat().arrive();
  });
  after(() => world.stop());

  /** What Slack signs, so many seconds after the bot's time. */
  const signed = ({ body }: Sent, { secret = OLDER, late = 0 } = {}) => signSlack(secret, time / 1_000 + late, body);
  const post = async ({ way, type, body }: Sent, headers: Readonly<Record<string, string>>): Promise<number> => {
    const request = { method: 'POST', headers: { 'content-type': type, ...headers }, body };
    return (await fetch(`${world.bot.origin()}/slack/${way}`, request)).status;
  };
  const postsTo = ({ direct }: SlackChat) => world.slack.posts(direct).length;

  const BAD: readonly (readonly [string, (request: Sent) => Readonly<Record<string, string>>])[] = [
    ['has no header of Slack’s', () => ({})],
    ['has no signature', (request) => without('x-slack-signature', signed(request))],
    ['has no time', (request) => without('x-slack-request-timestamp', signed(request))],
    ['is signed with another secret', (request) => signed(request, { secret: 'somebody0elses' })],
    ['has the signature of another body', ({ way, type }) => signed(sent(way, type, 'another'))],
    ['is 301 seconds old', (request) => signed(request, { late: -301 })],
    ['is 301 seconds ahead', (request) => signed(request, { late: 301 })],
  ];

  for (const [way, make] of ROUTES) {
    describe(`by /slack/${way}`, () => {
      for (const [title, headersOf] of BAD) {
        it(`refuses what ${title}, and does nothing; well signed it is taken`, async () => {
          const chat = world.chat();
          const request = make(chat, 'hi');
          const calls = world.slack.count();

          const refused = await post(request, headersOf(request));

          expect([refused, world.slack.count() - calls, postsTo(chat)]).to.deep.equal([401, 0, 0]);
          expect(await post(request, signed(request))).to.equal(200);
          expect(postsTo(chat)).to.equal(1);
        });
      }

      for (const [title, secret] of [
        ['newer', NEWER],
        ['older', OLDER],
      ] as const) {
        it(`takes what is signed with the ${title} of two secrets`, async () => {
          const chat = world.chat();
          const request = make(chat, 'hi');

          const status = await post(request, signed(request, { secret }));

          expect([status, postsTo(chat)]).to.deep.equal([200, 1]);
        });
      }

      it('takes bytes that are no ASCII', async () => {
        const chat = world.chat();
        const written = make(chat, 'WORDS');
        const body = Buffer.from(Buffer.from(written.body).toString().replaceAll('WORDS', 'Größe 会議 🎉'));
        const request = { ...written, body };

        const status = await post(request, signed(request));

        expect([...body].some((byte) => byte > 127)).to.equal(true);
        expect([status, postsTo(chat)]).to.deep.equal([200, 1]);
      });

      it('does once what comes again with the very same bytes and headers, and refuses it when it is old', async () => {
        const chat = world.chat();
        const request = make(chat, 'hi');
        const headers = signed(request);

        const statuses = [await post(request, headers), await post(request, headers)];
        time += 301_000;
        statuses.push(await post(request, headers));

        expect(statuses).to.deep.equal([200, 200, 401]);
        expect(postsTo(chat)).to.equal(1);
      });
    });
  }
});
