import { type KnownBlock, type ModalView, WebClient, type WebClientOptions } from '@slack/web-api';
import { expect } from 'chai';
import { type FakeSlack, startFakeSlack } from './fakeSlack.ts';
import { fillModal } from './fillModal.ts';
import { slackLogger } from './slackLogger.ts';
import { directChannel, SLACK_ADA, WORKSPACE } from './slackWorkspace.ts';

const DIRECT = directChannel(SLACK_ADA);

const TITLE: KnownBlock[] = [{ type: 'header', text: { type: 'plain_text', text: 'Hello', emoji: false } }];
const MARK = { event_type: 'unstuck', event_payload: { outbox: 'o1' } };

describe('the fake Slack, asked by the real client', () => {
  let slack: FakeSlack;

  beforeEach(async () => {
    slack = await startFakeSlack();
  });

  afterEach(() => slack.close());

  const client = (options: WebClientOptions = {}, token: string = WORKSPACE.botToken) =>
    new WebClient(token, {
      ...{ slackApiUrl: slack.apiUrl, allowAbsoluteUrls: false },
      ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 2_000 },
      logger: slackLogger(),
      ...options,
    });
  const failureOf = (call: Promise<unknown>) =>
    call.then(
      () => expect.fail('it went well'),
      (error: { code: string; data?: { error: string }; retryAfter?: number; statusCode?: number }) => error,
    );

  it('says whose token it is, and refuses all others', async () => {
    const own = await client().auth.test();
    const other = await failureOf(client({}, 'xoxb-other').auth.test());
    const none = await failureOf(client({}, '').auth.test());

    expect([own.team_id, own.user_id, own.bot_id]).to.deep.equal([WORKSPACE.team, WORKSPACE.user, WORKSPACE.bot]);
    expect([other.data?.error, none.data?.error]).to.deep.equal(['invalid_auth', 'not_authed']);
  });

  it('keeps what is posted and gives growing numbers', async () => {
    const first = await client().chat.postMessage({ channel: DIRECT, text: 'one', blocks: TITLE, metadata: MARK });
    const second = await client().chat.postMessage({ channel: DIRECT, text: '{"two":2}', thread_ts: first.ts ?? '' });

    expect(first.ts).to.equal('1700000000.000123');
    expect(second.ts).to.equal('1700000000.000124');
    expect(slack.posts(DIRECT).map(({ text, thread }) => [text, thread])).to.deep.equal([
      ['one', null],
      ['{"two":2}', first.ts],
    ]);
    expect(slack.ledger[0]).to.deep.include({ method: 'chat.postMessage', channel: DIRECT, ts: first.ts, status: 200 });
    expect(slack.ledger[0]?.body.blocks).to.deep.equal(TITLE);
    expect(slack.faults).to.deep.equal([]);
  });

  it('puts an update in the place of what is there, and keeps what it leaves out', async () => {
    const { ts = '' } = await client().chat.postMessage({ channel: DIRECT, text: 'a', blocks: TITLE, metadata: MARK });

    await client().chat.update({ channel: DIRECT, ts, text: 'b' });
    const gone = await failureOf(client().chat.update({ channel: DIRECT, ts: '1.000001', text: 'b' }));

    const [post] = slack.posts(DIRECT);
    expect([post?.text, post?.blocks.length, post?.metadata, post?.isEdited]).to.deep.equal(['b', 1, MARK, true]);
    expect(gone.data?.error).to.equal('message_not_found');
  });

  it('gives the history newest first, with the metadata where it is asked for', async () => {
    const root = await client().chat.postMessage({ channel: 'C0DESK00001', text: 'root', metadata: MARK });
    await client().chat.postMessage({ channel: 'C0DESK00001', text: 'in thread', thread_ts: root.ts ?? '' });
    await client().chat.postMessage({ channel: 'C0DESK00001', text: 'next' });

    const all = await client().conversations.history({ channel: 'C0DESK00001', include_all_metadata: true });
    const one = await client().conversations.history({ channel: 'C0DESK00001', limit: 1 });
    const thread = await client().conversations.replies({ channel: 'C0DESK00001', ts: root.ts ?? '' });
    const later = await client().conversations.history({ channel: 'C0DESK00001', oldest: root.ts ?? '' });

    expect(all.messages?.map(({ text }) => text)).to.deep.equal(['next', 'root']);
    expect(all.messages?.[1]?.metadata).to.deep.equal(MARK);
    expect([one.messages?.length, one.has_more]).to.deep.equal([1, true]);
    expect(thread.messages?.map(({ text, metadata }) => [text, metadata])).to.deep.equal([
      ['root', undefined],
      ['in thread', undefined],
    ]);
    expect(later.messages?.map(({ text }) => text)).to.deep.equal(['next']);
  });

  it('fails as it was told to, once each', async () => {
    slack.failNext(
      { on: 'chat.postMessage', answer: 429, headers: { 'retry-after': '7' } },
      { on: 'chat.postMessage', in: DIRECT, answer: { error: 'not_in_channel' } },
      { answer: 500 },
      { answer: 'reset' },
    );
    const post = () => client().chat.postMessage({ channel: DIRECT, text: 'x' });

    const limited = await failureOf(post());
    const refused = await failureOf(post());
    const broken = await failureOf(post());
    const dropped = await failureOf(post());
    await post();

    expect([limited.code, limited.retryAfter]).to.deep.equal(['slack_webapi_rate_limited_error', 7]);
    expect(refused.data?.error).to.equal('not_in_channel');
    expect(broken.statusCode).to.equal(500);
    expect(dropped.code).to.equal('slack_webapi_request_error');
    expect(slack.posts(DIRECT)).to.have.length(1);
    expect(slack.ledger.map(({ status }) => status)).to.deep.equal([429, 200, 500, 0, 200]);
  });

  it('does what is lost on the way back', async () => {
    slack.failNext({ answer: 'lost' });

    const lost = await failureOf(client().chat.postMessage({ channel: DIRECT, text: 'x', metadata: MARK }));

    expect(lost.code).to.equal('slack_webapi_request_error');
    expect(slack.posts(DIRECT).map(({ metadata }) => metadata)).to.deep.equal([MARK]);
    expect(slack.ledger[0]).to.include({ status: 0, ts: '1700000000.000123' });
  });

  it('leaves a call without an answer while it is silent or held', async () => {
    slack.failNext({ answer: 'silence' });
    const silent = await failureOf(client({ timeout: 50 }).chat.postMessage({ channel: DIRECT, text: 'x' }));
    const release = slack.hold();

    const held = client().chat.postMessage({ channel: DIRECT, text: 'y' });
    await slack.waitFor((ledger) => ledger.length === 2);
    const before = slack.ledger[1]?.status;
    release();
    await held;

    expect(silent.code).to.equal('slack_webapi_request_error');
    expect([before, slack.ledger[1]?.status]).to.deep.equal([0, 200]);
    expect(slack.posts(DIRECT).map(({ text }) => text)).to.deep.equal(['y']);
  });

  it('refuses what Slack would refuse, and remembers it', async () => {
    const header = { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151), emoji: false } } as const;

    const long = await failureOf(client().chat.postMessage({ channel: DIRECT, text: 'x', blocks: [header] }));
    const mute = await failureOf(client().chat.postMessage({ channel: DIRECT, text: '', blocks: TITLE }));
    const loud = await failureOf(client().chat.postMessage({ channel: DIRECT, text: '<!here> come' }));
    slack.allowMention('<!here>');
    await client().chat.postMessage({ channel: DIRECT, text: '<!here> come' });

    expect([long.data?.error, mute.data?.error, loud.data?.error]).to.deep.equal([
      'invalid_blocks',
      'no_text',
      'invalid_blocks',
    ]);
    expect(slack.faults).to.have.length(3);
  });

  it('opens one modal by a trigger, and none by an old one', async () => {
    const title = { type: 'plain_text', text: 'Form', emoji: false } as const;
    const view = { type: 'modal', title, blocks: TITLE } as const;
    slack.expireTrigger('t2');

    const { view: opened } = await client().views.open({ trigger_id: 't1', view });
    const again = await failureOf(client().views.open({ trigger_id: 't1', view }));
    const late = await failureOf(client().views.open({ trigger_id: 't2', view }));
    await client().views.publish({ user_id: SLACK_ADA.id, view: { type: 'home', blocks: TITLE } });

    expect(slack.modal('t1')?.['id']).to.equal(opened?.id);
    expect([again.data?.error, late.data?.error]).to.deep.equal(['exchanged_trigger_id', 'expired_trigger_id']);
    expect(slack.home(SLACK_ADA.id)?.['blocks']).to.deep.equal(TITLE);
    expect(slack.faults).to.deep.equal([]);
  });

  it('finds the click that a modal sends in its metadata, and misses it where there is none', async () => {
    const words = (text: string) => ({ type: 'plain_text', text, emoji: false }) as const;
    const send = { card: 'c1', verb: 'send', text: '' };
    const element = { type: 'plain_text_input', action_id: 'text', placeholder: words('…'), max_length: 9 } as const;
    const view: ModalView = {
      type: 'modal',
      ...{ title: words('Form'), submit: words('Send'), close: words('Cancel') },
      blocks: [{ type: 'input', block_id: 'text', label: words('Words'), element }],
    };
    const at = { channel: DIRECT, thread: null, message: '1700000000.000123', direct: true };

    await client().views.open({ trigger_id: 't1', view: { ...view, private_metadata: JSON.stringify({ at, send }) } });
    const none = await failureOf(client().views.open({ trigger_id: 't2', view }));

    expect(none.data?.error).to.equal('invalid_arguments');
    expect(slack.faults).to.have.length(1);
  });

  it('keeps what stood in fields of the same two names where a modal takes the place of another', () => {
    const words = (text: string) => ({ type: 'plain_text', text, emoji: false }) as const;
    const field = (block: string, name: string) => ({
      ...{ type: 'input', block_id: block, label: words(block), optional: true },
      element: { type: 'plain_text_input', action_id: name, placeholder: words('…'), max_length: 9 },
    });
    const modal = (...blocks: object[]) => ({
      ...{ type: 'modal', title: words('Form'), submit: words('Send'), close: words('Cancel'), blocks },
      private_metadata: JSON.stringify({ at: {}, send: { card: 'c1', verb: 'send', same: '', other: '', gone: '' } }),
    });
    const first = modal(field('same', 'a'), field('other', 'a'), field('gone', 'a'));
    const values = fillModal(first, { same: 'one', other: 'two', gone: 'three' });

    const next = slack.replaceModal('V1', modal(field('same', 'a'), field('other', 'b')), values);

    expect(slack.faults).to.deep.equal([]);
    expect(next['state']).to.deep.equal({ values: { same: values['same'] } });
    expect(fillModal(next, {})['same']?.['a']?.['value']).to.equal('one');
    expect(fillModal(next, { same: 'new' })['same']?.['a']?.['value']).to.equal('new');
    expect(fillModal(next, {})['other']?.['b']?.['value']).to.equal(null);
  });

  it('knows the people it was told of, and opens a direct message with anybody', async () => {
    slack.addPerson(SLACK_ADA);

    const { user } = await client().users.info({ user: SLACK_ADA.id });
    const unknown = await failureOf(client().users.info({ user: 'U0NOBODY001' }));
    const { channel } = await client().conversations.open({ users: SLACK_ADA.id });

    expect([user?.profile?.display_name, user?.tz]).to.deep.equal(['Ada Park', 'Europe/Berlin']);
    expect(unknown.data?.error).to.equal('user_not_found');
    expect(channel?.id).to.equal(DIRECT);
  });

  it('takes a file in three steps', async () => {
    const file = Buffer.from([0, 1, 2, 255]);

    await client({ allowAbsoluteUrls: true }).filesUploadV2({
      ...{ channel_id: DIRECT, thread_ts: '1700000000.000100', filename: 'a.png', file, initial_comment: 'Look' },
    });

    expect(slack.uploads).to.have.length(1);
    expect(slack.uploads[0]).to.deep.include({ name: 'a.png', channel: DIRECT, thread: '1700000000.000100' });
    expect([slack.uploads[0]?.bytes.equals(file), slack.uploads[0]?.words]).to.deep.equal([true, 'Look']);
  });

  it('looks at the words that come with a file as at those of a message, in blocks or without', async () => {
    const say = (more: { readonly initial_comment?: string; readonly blocks?: KnownBlock[] }) =>
      client({ allowAbsoluteUrls: true }).filesUploadV2({
        ...{ channel_id: DIRECT, filename: 'a.png', file: Buffer.from('a') },
        ...more,
      });
    const plain: KnownBlock[] = [{ type: 'section', text: { type: 'plain_text', text: '*Look*', emoji: false } }];
    const marked: KnownBlock[] = [{ type: 'section', text: { type: 'mrkdwn', text: '*Look*' } }];

    await say({});
    await say({ initial_comment: 'a &lt; b' });
    await say({ blocks: plain });
    const before = [...slack.faults];
    const refused = [
      await failureOf(say({ initial_comment: '<!here> look' })),
      await failureOf(say({ blocks: marked })),
      await failureOf(say({ initial_comment: 'Look', blocks: plain })),
    ];

    expect(before).to.deep.equal([]);
    expect(slack.uploads.map(({ words }) => words)).to.deep.equal(['', 'a < b', '*Look*']);
    expect(refused.map(({ data }) => data?.error)).to.deep.equal(Array(3).fill('invalid_blocks'));
    expect(slack.faults).to.have.length.at.least(3);
  });

  it('takes 14 files at once, and fails with more', async () => {
    const share = (number: number) =>
      client({ allowAbsoluteUrls: true }).filesUploadV2({
        channel_id: DIRECT,
        file_uploads: Array.from({ length: number }, (_, at) => ({ filename: `${at}.png`, file: Buffer.from('a') })),
      });

    await share(14);
    const more = await failureOf(share(15));

    expect(slack.uploads).to.have.length(14);
    expect(more.data?.error).to.equal('internal_error');
  });

  it('gives a file to whoever has the token of the bot', async () => {
    const url = slack.serveFile('F1/a.png', Buffer.from('bytes'), { type: 'image/png' });
    const shut = slack.serveFile('F2/b.png', Buffer.from('bytes'), { answers: 'login' });
    const headers = { authorization: `Bearer ${WORKSPACE.botToken}` };

    const open = await fetch(url, { headers });
    const without = await fetch(url);
    const login = await fetch(shut, { headers });

    expect([open.status, open.headers.get('content-type'), await open.text()]).to.deep.equal([
      200,
      'image/png',
      'bytes',
    ]);
    expect([without.status, await without.text()]).to.satisfy(([status, text]: [number, string]) => {
      return status === 403 && text.startsWith('<!DOCTYPE html>');
    });
    expect([login.status, login.headers.get('content-type')]).to.deep.equal([200, 'text/html; charset=utf-8']);
  });

  it('takes five answers by one response address', async () => {
    const url = slack.responseUrl();
    const respond = async () =>
      (
        await fetch(url, {
          method: 'POST',
          body: JSON.stringify({ text: 'x' }),
          headers: { 'content-type': 'application/json' },
        })
      ).status;

    const statuses = [];
    for (let time = 0; time < 6; time += 1) statuses.push(await respond());

    expect(statuses).to.deep.equal([200, 200, 200, 200, 200, 404]);
    expect(slack.ledger[0]).to.deep.include({ method: 'respond', body: { text: 'x' } });
  });
});
