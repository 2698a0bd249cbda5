import { expect } from 'chai';
import { createSlackApi } from '../../../src/channels/slack/createSlackApi.ts';
import type { SlackApi, SlackMessage } from '../../../src/channels/slack/slackApi.ts';
import { SlackCallError } from '../../../src/channels/slack/slackCallError.ts';
import type { SlackFault } from '../../support/fakeSlackAnswers.ts';
import { directChannel, WORKSPACE } from '../../support/slackWorkspace.ts';
import { useSlackLine } from './slackLine.ts';

const MESSAGE: SlackMessage = {
  text: 'Hello',
  blocks: [{ type: 'section', text: { type: 'plain_text', text: 'Hello', emoji: false } }],
  mark: { outbox: 'row-1', case: 'U-1' },
};
const QUIET = { unfurl_links: false, unfurl_media: false, link_names: false, parse: 'none' };
const SAID = { text: 'Hello', blocks: MESSAGE.blocks, ...QUIET };
const METADATA = { event_type: 'unstuck', event_payload: { outbox: 'row-1', case: 'U-1' } };
const IN_CHANNEL = { channel: 'C1', thread: null };
const IN_THREAD = { channel: 'C1', thread: '1.5' };

describe('what is asked of Slack', () => {
  const here = useSlackLine();
  let api: SlackApi;
  let waits: number[];
  beforeEach(() => {
    waits = [];
    let now = 0;
    api = createSlackApi({
      ...{ ...here.line, token: WORKSPACE.botToken, within: 200 },
      now: () => new Date(now),
      wait: async (milliseconds) => {
        waits.push(milliseconds);
        now += milliseconds;
      },
    });
  });

  const asked = () => here.slack.ledger.map(({ method, body }) => ({ method, ...body }));
  const posted = (channel: string) => here.slack.posts(channel).map(({ ts }) => ts);

  it('is who the bot is', async () => {
    expect(await api.whoAmI()).to.deep.equal({ team: WORKSPACE.team, user: WORKSPACE.user });
    expect(here.slack.ledger.map(({ headers }) => headers.authorization)).to.deep.equal([
      `Bearer ${WORKSPACE.botToken}`,
    ]);
  });

  it('is to post a message that calls nobody and opens no link', async () => {
    const ts = await api.post(IN_CHANNEL, MESSAGE, 'answer');

    expect(posted('C1')).to.deep.equal([ts]);
    expect(asked()).to.deep.equal([{ method: 'chat.postMessage', channel: 'C1', ...SAID, metadata: METADATA }]);
  });

  it('is to post into a thread, without metadata where nobody will look for it', async () => {
    await api.post(IN_THREAD, { text: 'Hello', blocks: MESSAGE.blocks }, 'answer');

    expect(asked()).to.deep.equal([{ method: 'chat.postMessage', channel: 'C1', thread_ts: '1.5', ...SAID }]);
  });

  it('is to post for one person alone', async () => {
    await api.postEphemeral(IN_THREAD, 'U2', { text: 'Hello', blocks: MESSAGE.blocks });

    expect(asked()).to.deep.equal([
      { method: 'chat.postEphemeral', channel: 'C1', thread_ts: '1.5', user: 'U2', ...SAID },
    ]);
  });

  it('is to change a message, also into one without blocks', async () => {
    const ts = await api.post(IN_CHANNEL, MESSAGE, 'answer');
    here.slack.clear();

    await api.update('C1', ts, { text: 'Hello', blocks: [] }, 'answer');

    expect(asked()).to.deep.equal([{ method: 'chat.update', channel: 'C1', ts, ...SAID, blocks: [] }]);
  });

  it('is to open a modal, and to show the Home tab', async () => {
    const title = { type: 'plain_text', text: 'T' } as const;
    const blocks = [...MESSAGE.blocks];
    const modal = { type: 'modal', title, blocks } as const;
    const home = { type: 'home', blocks } as const;
    const trigger = here.slack.trigger();

    await api.openModal(trigger, modal);
    await api.publishHome('U2', home);

    expect(asked()).to.deep.equal([
      { method: 'views.open', trigger_id: trigger, view: modal },
      { method: 'views.publish', user_id: 'U2', view: home },
    ]);
    expect([here.slack.modal(trigger), here.slack.home('U2')].map((view) => view?.['type'])).to.deep.equal([
      'modal',
      'home',
    ]);
  });

  it('is for the direct message with somebody once', async () => {
    const direct = directChannel({ id: 'U2' });
    here.slack.failNext({ on: 'conversations.open', answer: { error: 'fatal_error' } });
    await api.openDirect('U2').catch(() => undefined);

    expect([await api.openDirect('U2'), await api.openDirect('U2')]).to.deep.equal([direct, direct]);
    expect(asked()).to.deep.equal([
      { method: 'conversations.open', users: 'U2' },
      { method: 'conversations.open', users: 'U2' },
    ]);
  });

  it('is whether a message was posted, and how somebody is called', async () => {
    here.slack.failNext({ on: 'users.info', answer: { body: { ok: true, user: { name: 'ada' } } } });

    expect(await api.find(IN_CHANNEL, 'row-1', new Date(0))).to.deep.equal({ kind: 'absent' });
    expect(await api.person('U2')).to.deep.equal({ name: 'ada', timeZone: null, teams: [] });
  });

  it('comes at the pace of the channel', async () => {
    for (let index = 0; index < 4; index++) await api.post(IN_CHANNEL, MESSAGE, 'answer');

    expect(waits).to.deep.equal([1_000]);
  });

  it('comes once more after a 429 that is soon over', async () => {
    here.slack.failNext({ answer: 429, headers: { 'retry-after': '2' } });

    const ts = await api.post(IN_CHANNEL, MESSAGE, 'answer');

    expect(posted('C1')).to.deep.equal([ts]);
    expect([here.slack.count(), waits]).to.deep.equal([2, [2_000]]);
  });

  it('waits in no queue that has no time limit', async () => {
    here.slack.failBy(() => ({ answer: 'silence' }));
    let underWay = 0;
    const counting = here.line.dispatcher.compose((dispatch) => (options, handler) => {
      underWay += 1;
      return dispatch(options, handler);
    });
    const many = createSlackApi({
      ...{ ...here.line, dispatcher: counting, within: 200 },
      ...{ now: () => new Date(0), wait: async () => undefined },
    });

    const people = Array.from({ length: 150 }, (_, index) => many.person(`U${index}`));
    await Promise.race(people);

    expect(underWay).to.equal(150);
    await Promise.all(people);
  });

  describe('by the address that came with a click', () => {
    const failure = async (address: string) => {
      const thrown: unknown = await api.respond(address, MESSAGE).catch((fault: unknown) => fault);
      if (!(thrown instanceof SlackCallError)) throw new Error(`not a fault of a call: ${String(thrown)}`);
      return thrown;
    };

    it('is to change the message, without the token', async () => {
      await api.respond(here.slack.responseUrl(), { text: 'Hello', blocks: MESSAGE.blocks });

      const [call] = here.slack.ledger;
      expect([call?.method, call?.status, call?.headers.authorization]).to.deep.equal(['respond', 200, undefined]);
      expect(call?.body).to.deep.equal({ replace_original: true, ...SAID });
    });

    const failures: readonly (readonly [what: string, fault: SlackFault, facts: object])[] = [
      [
        'that is over',
        { answer: { status: 404, body: { ok: false, error: 'expired_url' } } },
        { statusCode: 404, slackCode: 'expired_url' },
      ],
      ['that is over, with status 200', { answer: { error: 'used_url' } }, { statusCode: 404, slackCode: 'used_url' }],
      ['that is limited', { answer: 429, headers: { 'retry-after': '2' } }, { statusCode: 429, retryAfterMs: 2_000 }],
      ['that fails', { answer: { status: 500, body: {} } }, { statusCode: 500, slackCode: undefined }],
      ['that breaks off', { answer: 'reset' }, { statusCode: undefined }],
      ['that never answers', { answer: 'silence' }, { statusCode: undefined }],
    ];
    for (const [what, scripted, facts] of failures) {
      it(`fails for one ${what}, and names it nowhere`, async () => {
        here.slack.failNext(scripted);
        const url = here.slack.responseUrl();

        const fault = await failure(url);

        expect(fault).to.include(facts);
        expect(`${fault.message} ${JSON.stringify(fault)}`).not.to.include(url);
      });
    }

    for (const address of [
      'https://evil.example/1',
      'http://hooks.slack.com/1',
      'https://files.slack.com/1',
      'no address',
    ]) {
      it(`goes nowhere for ${address}`, async () => {
        expect(await failure(address)).to.include({ statusCode: 400, slackCode: 'address_not_allowed' });
      });
    }
  });

  describe('with files', () => {
    const FILE = { name: 'screenshot.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) };
    const WORDS = 'From Ada';
    const COMMENT = [{ type: 'section', text: { type: 'plain_text', text: 'From Ada', emoji: false } }];
    const methods = () => here.slack.ledger.map(({ method }) => method);

    it('is to send one, and to post it with its words', async () => {
      await api.upload(IN_THREAD, [FILE], WORDS);

      const [asking, sending, posting] = here.slack.ledger;
      expect(methods()).to.deep.equal(['files.getUploadURLExternal', 'upload', 'files.completeUploadExternal']);
      expect(asking?.body).to.deep.equal({ filename: 'screenshot.png', length: 4 });
      expect(sending?.bytes.toString('latin1')).to.include('\r\n\r\n\x89PNG\r\n');
      expect(posting?.body).to.deep.equal({
        ...{ channel_id: 'C1', thread_ts: '1.5', blocks: COMMENT },
        files: [{ id: here.slack.uploads[0]?.id, title: 'screenshot.png' }],
      });
    });

    it('is to send each, and to post them together', async () => {
      await api.upload(IN_CHANNEL, [FILE, { ...FILE, name: 'log.pdf' }], WORDS);

      const [asking, sending] = ['files.getUploadURLExternal', 'upload'];
      expect(methods()).to.deep.equal([asking, asking, sending, sending, 'files.completeUploadExternal']);
      const { uploads } = here.slack;
      expect(uploads.map(({ name }) => name)).to.deep.equal(['screenshot.png', 'log.pdf']);
      expect(here.slack.ledger.at(-1)?.body).to.deep.equal({
        ...{ channel_id: 'C1', blocks: COMMENT },
        files: uploads.map(({ id, name }) => ({ id, title: name })),
      });
    });

    for (const [step, method, calls] of [
      ['asked for', 'files.getUploadURLExternal', 1],
      ['sent', 'upload', 2],
      ['posted', 'files.completeUploadExternal', 3],
    ] as const) {
      it(`tries nothing again, and goes no further, where it can’t be ${step}`, async () => {
        here.slack.failNext({ on: method, answer: 500 });

        const thrown: unknown = await api.upload(IN_CHANNEL, [FILE], WORDS).catch((fault: unknown) => fault);

        expect(thrown).to.be.instanceOf(SlackCallError).and.include({ statusCode: 500 });
        expect(here.slack.count()).to.equal(calls);
      });
    }

    it('sends it, and the token, to no host that isn’t Slack’s', async () => {
      const body = { ok: true, upload_url: 'https://evil.example/upload', file_id: 'F1' };
      here.slack.failNext({ answer: { body } });

      const thrown: unknown = await api.upload(IN_CHANNEL, [FILE], WORDS).catch((fault: unknown) => fault);

      expect(thrown).to.include({ slackCode: 'address_not_allowed' });
      expect(methods()).to.deep.equal(['files.getUploadURLExternal']);
    });

    it('takes its turn in the channel', async () => {
      for (let index = 0; index < 4; index++) await api.upload(IN_CHANNEL, [FILE], WORDS);

      expect(waits).to.deep.equal([1_000]);
    });
  });
});
