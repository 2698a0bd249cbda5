import type { KnownBlock, ModalView, WebClientOptions } from '@slack/web-api';
import { expect } from 'chai';
import { type FakeSlack, startFakeSlack } from './fakeSlack.ts';
import { fillModal } from './fillModal.ts';
import { slackFailureOf, slackWebClient } from './slackWebClient.ts';
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

  const client = (options: WebClientOptions = {}, token?: string) => slackWebClient(slack, options, token);

  it('says whose token it is, and refuses all others', async () => {
    const own = await client().auth.test();
    const other = await slackFailureOf(client({}, 'xoxb-other').auth.test());
    const none = await slackFailureOf(client({}, '').auth.test());

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
    const gone = await slackFailureOf(client().chat.update({ channel: DIRECT, ts: '1.000001', text: 'b' }));

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

    const limited = await slackFailureOf(post());
    const refused = await slackFailureOf(post());
    const broken = await slackFailureOf(post());
    const dropped = await slackFailureOf(post());
    await post();

    expect([limited.code, limited.retryAfter]).to.deep.equal(['slack_webapi_rate_limited_error', 7]);
    expect(refused.data?.error).to.equal('not_in_channel');
    expect(broken.statusCode).to.equal(500);
    expect(dropped.code).to.equal('slack_webapi_request_error');
    expect(slack.posts(DIRECT)).to.have.length(1);
    expect(slack.ledger.map(({ status }) => status)).to.deep.equal([429, 200, 500, 0, 200]);
  });

  it('answers what it was given, in whatever way, and does nothing', async () => {
    slack.failNext({ answer: { body: { ok: true, ts: '2.5' } } }, { answer: { raw: (response) => response.end('{') } });
    const post = () => client().chat.postMessage({ channel: DIRECT, text: 'x' });

    const { ts } = await post();
    const unreadable = await post().catch((fault: unknown) => fault);

    expect(ts).to.equal('2.5');
    expect(unreadable).to.be.instanceOf(Error);
    expect(slack.posts(DIRECT)).to.deep.equal([]);
  });

  it('does what is lost on the way back', async () => {
    slack.failNext({ answer: 'lost' });

    const lost = await slackFailureOf(client().chat.postMessage({ channel: DIRECT, text: 'x', metadata: MARK }));

    expect(lost.code).to.equal('slack_webapi_request_error');
    expect(slack.posts(DIRECT).map(({ metadata }) => metadata)).to.deep.equal([MARK]);
    expect(slack.ledger[0]).to.include({ status: 0, ts: '1700000000.000123' });
  });

  it('leaves a call without an answer while it is silent or held', async () => {
    slack.failNext({ answer: 'silence' });
    const silent = await slackFailureOf(client({ timeout: 50 }).chat.postMessage({ channel: DIRECT, text: 'x' }));
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

    const long = await slackFailureOf(client().chat.postMessage({ channel: DIRECT, text: 'x', blocks: [header] }));
    const mute = await slackFailureOf(client().chat.postMessage({ channel: DIRECT, text: '', blocks: TITLE }));
    const loud = await slackFailureOf(client().chat.postMessage({ channel: DIRECT, text: '<!here> come' }));
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
    const again = await slackFailureOf(client().views.open({ trigger_id: 't1', view }));
    const late = await slackFailureOf(client().views.open({ trigger_id: 't2', view }));
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
    const none = await slackFailureOf(client().views.open({ trigger_id: 't2', view }));

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
    const unknown = await slackFailureOf(client().users.info({ user: 'U0NOBODY001' }));
    const { channel } = await client().conversations.open({ users: SLACK_ADA.id });

    expect([user?.profile?.display_name, user?.tz]).to.deep.equal(['Ada Park', 'Europe/Berlin']);
    expect(unknown.data?.error).to.equal('user_not_found');
    expect(channel?.id).to.equal(DIRECT);
  });
});
