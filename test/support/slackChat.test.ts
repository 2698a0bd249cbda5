import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { expect } from 'chai';
import type { CardView } from '../../src/cards/model.ts';
import { type BlockKit, renderBlockKit } from '../../src/cards/renderBlockKit.ts';
import { canOpen, clicks, fills, hears, isTicked, play, says, sees, tells } from './chat.ts';
import { viewOf } from './exampleViews.ts';
import { type FakeSlack, startFakeSlack } from './fakeSlack.ts';
import { slackChat } from './slackChat.ts';
import { slackDesk } from './slackDesk.ts';
import { slackLogger } from './slackLogger.ts';
import { SLACK_ADA, WORKSPACE } from './slackWorkspace.ts';

const DELIVERY = { secret: WORKSPACE.signingSecret, now: () => new Date(1_700_000_000_000) };
const CHANNEL = 'C0DESK00001';

const HELLO: CardView = {
  ...viewOf('Hello', { kind: 'text', text: [{ text: 'I’m a bot.' }] }),
  actions: [
    { kind: 'submit', label: 'Start', action: { verb: 'start' } },
    { kind: 'link', label: 'More', url: 'https://docs.example.com/' },
  ],
};
const FORM: CardView = {
  ...viewOf('Form', {
    kind: 'input',
    id: 'text',
    label: 'Words',
    placeholder: '…',
    required: 'Words!',
    maxLength: 100,
  }),
  actions: [{ kind: 'submit', label: 'Send', action: { verb: 'send', text: '' } }],
};

// biome-ignore lint/suspicious/noExplicitAny: a payload, read by hand
type Any = any;

/** As little of a bot as shows that chat and desk are played: it draws two cards and echoes. */
function startEcho(client: WebClient): Promise<Server> {
  const post = (channel: string, drawn: Partial<BlockKit> & { readonly text: string }, more: object = {}) => {
    const { text, blocks = [] } = drawn;
    return client.chat.postMessage({ channel, text, blocks, ...more } as Any);
  };
  const open = (trigger_id: string) => {
    const { blocks, modal } = renderBlockKit(FORM, 'c2', 'modal');
    const { form, ...frame } = modal ?? {};
    const view = { type: 'modal', ...frame, blocks, private_metadata: JSON.stringify({ at: {}, ...form }) };
    return client.views.open({ trigger_id, view: view as Any });
  };
  const typed = async (event: Any) => {
    const more = { ...(event.thread_ts && { thread_ts: event.thread_ts }) };
    if (event.type === 'app_mention' || event.text === 'silence') return;
    if (event.text === 'tick') return void (await post(event.channel, { text: '✓' }, more));
    if (event.text === 'later') more['metadata' as never] = MARK as never;
    await post(event.channel, { text: `echo ${event.text}` }, more);
  };
  const acted = async (payload: Any): Promise<string> => {
    const at = `D${payload.user.id.slice(1)}`;
    if (payload.type === 'view_submission') {
      const { value } = payload.view.state.values.text.text;
      if (value === null) return JSON.stringify({ response_action: 'errors', errors: { text: 'Words!' } });
      await post(at, { text: `sent ${value}` });
      return '';
    }
    const [action] = payload.actions;
    if (action.action_id.startsWith('open:')) await open(payload.trigger_id);
    else await post(payload.channel.id, renderBlockKit(FORM, 'c2', 'message'));
    return '';
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    let answer = '';
    if (request.url === '/slack/events') await typed(JSON.parse(body).event);
    else if (request.url === '/slack/actions') {
      answer = await acted(JSON.parse(new URLSearchParams(body).get('payload') ?? ''));
    } else await post(`D${new URLSearchParams(body).get('user_id')?.slice(1)}`, renderBlockKit(HELLO, 'c1', 'message'));
    response.end(answer);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const MARK = { event_type: 'unstuck', event_payload: { outbox: 'o1' } };

describe('a chat and a desk in Slack, played', () => {
  let slack: FakeSlack;
  let server: Server;
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  before(async () => {
    slack = await startFakeSlack();
    server = await startEcho(new WebClient(WORKSPACE.botToken, { slackApiUrl: slack.apiUrl, logger: slackLogger() }));
  });

  after(async () => {
    server.closeAllConnections();
    server.close();
    await slack.close();
  });

  it('goes through cards, fields, ticks, silence and what comes unasked', async () => {
    const chat = slackChat(origin, slack, SLACK_ADA, DELIVERY);

    await chat.arrive();
    await play(chat, [
      ...[sees('Hello', 'I’m a bot.'), canOpen('https://docs.example.com/')],
      ...[clicks('Start'), sees('Form', 'Words'), fills('Send', 'some words'), sees('sent some words')],
      ...[says('a & b'), sees('echo a & b'), isTicked('tick'), tells('silence')],
    ]);
    await chat.deliver('events', chat.person.says('later'));
    const unasked = chat.answers();
    await play(chat, [hears('echo later')]);

    expect(unasked).to.equal(0);
    expect(slack.faults).to.deep.equal([]);
  });

  it('says what stands beside a field that was refused', async () => {
    const chat = slackChat(origin, slack, SLACK_ADA, DELIVERY);
    await chat.arrive();
    await play(chat, [clicks('Start')]);

    const card = chat.cards().at(-1);
    await chat.click(card?.offers[0]?.data ?? {}, card?.id ?? '');

    expect([chat.errors(), chat.answers()]).to.deep.equal([{ text: 'Words!' }, 0]);
  });

  it('shows a channel with its threads, and taps what is there', async () => {
    slack.allowMention(`<@${WORKSPACE.user}>`);
    const desk = slackDesk(origin, slack, CHANNEL, DELIVERY);
    await desk.says(SLACK_ADA, 'help');
    const root = await desk.until(({ text }) => text.startsWith('echo'));
    await desk.writes(SLACK_ADA, 'a note', root.id);
    await desk.click(SLACK_ADA, { card: 'c1', verb: 'start' }, root);

    const form = await desk.until(({ title }) => title === 'Form');
    const errors = await desk.taps(SLACK_ADA, form, 'Send');
    const none = await desk.taps(SLACK_ADA, form, 'Send', { Words: 'by label' });

    expect(desk.thread(root.id).map(({ text }) => text)).to.deep.equal(['echo a note']);
    expect([errors, none]).to.deep.equal([{ text: 'Words!' }, {}]);
    expect(slack.ledger.at(-1)?.body.text).to.equal('sent by label');
  });
});
