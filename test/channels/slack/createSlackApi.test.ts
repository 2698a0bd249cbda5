import { expect } from 'chai';
import { createSlackApi } from '../../../src/channels/slack/createSlackApi.ts';
import type { SlackApi, SlackMessage } from '../../../src/channels/slack/slackApi.ts';
import { SlackCallError } from '../../../src/channels/slack/slackCallError.ts';
import { slackClient } from '../../../src/channels/slack/slackClient.ts';
import { type AnsweringSlack, breakOff, json, silence, startAnsweringSlack } from './answeringSlack.ts';

const TOKEN = 'xoxb-not-a-real-token';
const MESSAGE: SlackMessage = {
  text: 'Hello',
  blocks: [{ type: 'divider' }],
  mark: { outbox: 'row-1', case: 'U-1' },
};
const QUIET = { unfurl_links: 'false', unfurl_media: 'false', link_names: 'false', parse: 'none' };
const SAID = { text: 'Hello', blocks: '[{"type":"divider"}]', ...QUIET };
const METADATA = '{"event_type":"unstuck","event_payload":{"outbox":"row-1","case":"U-1"}}';
const IN_CHANNEL = { channel: 'C1', thread: null };
const IN_THREAD = { channel: 'C1', thread: '1.5' };

describe('what is asked of Slack', () => {
  let slack: AnsweringSlack;
  let api: SlackApi;
  let waits: number[];
  const dispatcher = slackClient();
  before(async () => {
    slack = await startAnsweringSlack();
  });
  beforeEach(() => {
    slack.clear();
    waits = [];
    let now = 0;
    api = createSlackApi({
      ...{ token: TOKEN, apiUrl: slack.apiUrl, dispatcher, within: 200 },
      now: () => new Date(now),
      wait: async (milliseconds) => {
        waits.push(milliseconds);
        now += milliseconds;
      },
    });
  });
  after(async () => {
    await dispatcher.destroy();
    await slack.close();
  });

  const asked = () => slack.calls.map(({ method, args }) => ({ method, ...args }));

  it('is who the bot is', async () => {
    slack.answer('auth.test', { ok: true, team_id: 'T1', user_id: 'U1', team: 'Acme', user: 'unstuck' });

    expect(await api.whoAmI()).to.deep.equal({ team: 'T1', user: 'U1' });
    expect(slack.calls.map(({ authorization }) => authorization)).to.deep.equal([`Bearer ${TOKEN}`]);
  });

  it('is to post a message that calls nobody and opens no link', async () => {
    slack.answer('chat.postMessage', { ok: true, ts: '2.5', channel: 'C1' });

    expect(await api.post(IN_CHANNEL, MESSAGE, 'answer')).to.equal('2.5');
    expect(asked()).to.deep.equal([{ method: 'chat.postMessage', channel: 'C1', ...SAID, metadata: METADATA }]);
  });

  it('is to post into a thread, without metadata where nobody will look for it', async () => {
    slack.answer('chat.postMessage', { ok: true, ts: '2.5' });

    await api.post(IN_THREAD, { text: 'Hello', blocks: MESSAGE.blocks }, 'answer');

    expect(asked()).to.deep.equal([{ method: 'chat.postMessage', channel: 'C1', thread_ts: '1.5', ...SAID }]);
  });

  it('is to post for one person alone', async () => {
    slack.answer('chat.postEphemeral', { ok: true, message_ts: '2.5' });

    await api.postEphemeral(IN_THREAD, 'U2', { text: 'Hello', blocks: MESSAGE.blocks });

    expect(asked()).to.deep.equal([
      { method: 'chat.postEphemeral', channel: 'C1', thread_ts: '1.5', user: 'U2', ...SAID },
    ]);
  });

  it('is to change a message, also into one without blocks', async () => {
    slack.answer('chat.update', { ok: true, ts: '2.5' });

    await api.update('C1', '2.5', { text: 'Hello', blocks: [] }, 'answer');

    expect(asked()).to.deep.equal([{ method: 'chat.update', channel: 'C1', ts: '2.5', ...SAID, blocks: '[]' }]);
  });

  it('is to open a modal, and to show the Home tab', async () => {
    slack.answer('views.open', { ok: true, view: {} });
    slack.answer('views.publish', { ok: true, view: {} });
    const title = { type: 'plain_text', text: 'T' } as const;

    await api.openModal('trigger-1', { type: 'modal', title, blocks: [] });
    await api.publishHome('U2', { type: 'home', blocks: [] });

    const modal = JSON.stringify({ type: 'modal', title, blocks: [] });
    expect(asked()).to.deep.equal([
      { method: 'views.open', trigger_id: 'trigger-1', view: modal },
      { method: 'views.publish', user_id: 'U2', view: '{"type":"home","blocks":[]}' },
    ]);
  });

  it('is for the direct message with somebody once', async () => {
    slack.answer('conversations.open', { ok: false, error: 'fatal_error' }, { ok: true, channel: { id: 'D2' } });
    await api.openDirect('U2').catch(() => undefined);

    expect([await api.openDirect('U2'), await api.openDirect('U2')]).to.deep.equal(['D2', 'D2']);
    expect(asked()).to.deep.equal([
      { method: 'conversations.open', users: 'U2' },
      { method: 'conversations.open', users: 'U2' },
    ]);
  });

  it('is whether a message was posted, and how somebody is called', async () => {
    slack.answer('conversations.history', { ok: true, has_more: false, messages: [] });
    slack.answer('users.info', { ok: true, user: { name: 'ada' } });

    expect(await api.find(IN_CHANNEL, 'row-1', new Date(0))).to.deep.equal({ kind: 'absent' });
    expect(await api.person('U2')).to.deep.equal({ name: 'ada', timeZone: null, teams: [] });
  });

  it('comes at the pace of the channel', async () => {
    slack.answer('chat.postMessage', { ok: true, ts: '2.5' });

    for (let index = 0; index < 4; index++) await api.post(IN_CHANNEL, MESSAGE, 'answer');

    expect(waits).to.deep.equal([1_000]);
  });

  it('comes once more after a 429 that is soon over', async () => {
    slack.answer('chat.postMessage', json(429, {}, { 'retry-after': '2' }), { ok: true, ts: '2.5' });

    expect(await api.post(IN_CHANNEL, MESSAGE, 'answer')).to.equal('2.5');
    expect([slack.calls.length, waits]).to.deep.equal([2, [2_000]]);
  });

  it('waits in no queue that has no time limit', async () => {
    const crowded = await startAnsweringSlack();
    crowded.answer('users.info', silence);
    let underWay = 0;
    const counting = dispatcher.compose((dispatch) => (options, handler) => {
      underWay += 1;
      return dispatch(options, handler);
    });
    const many = createSlackApi({
      ...{ token: TOKEN, apiUrl: crowded.apiUrl, dispatcher: counting, within: 200 },
      ...{ now: () => new Date(0), wait: async () => undefined },
    });

    const people = Array.from({ length: 150 }, (_, index) => many.person(`U${index}`));
    await Promise.race(people);

    expect(underWay).to.equal(150);
    await Promise.all(people);
    await crowded.close();
  });

  describe('by the address that came with a click', () => {
    const url = () => `${slack.origin}/hooks/1`;
    const failure = async (address = url()) => {
      const thrown: unknown = await api.respond(address, MESSAGE).catch((fault: unknown) => fault);
      if (!(thrown instanceof SlackCallError)) throw new Error(`not a fault of a call: ${String(thrown)}`);
      return thrown;
    };

    it('is to change the message, without the token', async () => {
      slack.answer('hooks/1', (response) => response.end('ok'));

      await api.respond(url(), { text: 'Hello', blocks: MESSAGE.blocks });

      const [call] = slack.calls;
      expect(call?.authorization).to.equal(undefined);
      expect(JSON.parse(call?.body ?? '')).to.deep.equal({
        ...{ replace_original: true, text: 'Hello', blocks: MESSAGE.blocks },
        ...{ unfurl_links: false, unfurl_media: false, link_names: false, parse: 'none' },
      });
    });

    for (const [what, answer, facts] of [
      ['that is over', json(404, { ok: false, error: 'expired_url' }), { statusCode: 404, slackCode: 'expired_url' }],
      ['that is over, with status 200', { ok: false, error: 'used_url' }, { statusCode: 404, slackCode: 'used_url' }],
      ['that is limited', json(429, {}, { 'retry-after': '2' }), { statusCode: 429, retryAfterMs: 2_000 }],
      ['that fails', json(500, {}), { statusCode: 500, slackCode: undefined }],
      ['that breaks off', breakOff, { statusCode: undefined }],
      ['that never answers', silence, { statusCode: undefined }],
    ] as const) {
      it(`fails for one ${what}, and names it nowhere`, async () => {
        slack.answer('hooks/1', answer);

        const fault = await failure();

        expect(fault).to.include(facts);
        expect(`${fault.message} ${JSON.stringify(fault)}`).not.to.include(url());
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
    const SAID = '[{"type":"section","text":{"type":"plain_text","text":"From Ada","emoji":false}}]';
    const begin = (uploadUrl = `${slack.origin}/upload/1`) =>
      slack.answer('files.getUploadURLExternal', { ok: true, upload_url: uploadUrl, file_id: 'F1' });
    const methods = () => slack.calls.map(({ method }) => method);

    it('is to send one, and to post it with its words', async () => {
      begin();
      slack.answer('upload/1', (response) => response.end('OK - 4'));
      slack.answer('files.completeUploadExternal', { ok: true, files: [{ id: 'F1' }] });

      await api.upload(IN_THREAD, [FILE], WORDS);

      const [asking, sending, posting] = slack.calls;
      expect(methods()).to.deep.equal(['files.getUploadURLExternal', 'upload/1', 'files.completeUploadExternal']);
      expect(asking?.args).to.deep.equal({ filename: 'screenshot.png', length: '4' });
      expect(sending?.body).to.include('\r\n\r\n\x89PNG\r\n');
      expect(posting?.args).to.deep.equal({
        ...{ channel_id: 'C1', thread_ts: '1.5', blocks: SAID },
        files: '[{"id":"F1","title":"screenshot.png"}]',
      });
    });

    it('is to send each, and to post them together', async () => {
      begin();
      slack.answer('upload/1', (response) => response.end('OK - 4'));
      slack.answer('files.completeUploadExternal', { ok: true, files: [{ id: 'F1' }] });

      await api.upload(IN_CHANNEL, [FILE, { ...FILE, name: 'log.pdf' }], WORDS);

      const [asking, sending] = ['files.getUploadURLExternal', 'upload/1'];
      expect(methods()).to.deep.equal([asking, asking, sending, sending, 'files.completeUploadExternal']);
      expect(slack.calls.at(-1)?.args).to.deep.equal({
        ...{ channel_id: 'C1', blocks: SAID },
        files: '[{"id":"F1","title":"screenshot.png"},{"id":"F1","title":"log.pdf"}]',
      });
    });

    for (const [step, method, calls] of [
      ['asked for', 'files.getUploadURLExternal', 1],
      ['sent', 'upload/1', 2],
      ['posted', 'files.completeUploadExternal', 3],
    ] as const) {
      it(`tries nothing again, and goes no further, where it can’t be ${step}`, async () => {
        begin();
        slack.answer('upload/1', (response) => response.end('OK - 4'));
        slack.answer(method, json(500, {}));

        const thrown: unknown = await api.upload(IN_CHANNEL, [FILE], WORDS).catch((fault: unknown) => fault);

        expect(thrown).to.be.instanceOf(SlackCallError).and.include({ statusCode: 500 });
        expect(slack.calls).to.have.lengthOf(calls);
      });
    }

    it('sends it, and the token, to no host that isn’t Slack’s', async () => {
      begin('https://evil.example/upload');

      const thrown: unknown = await api.upload(IN_CHANNEL, [FILE], WORDS).catch((fault: unknown) => fault);

      expect(thrown).to.include({ slackCode: 'address_not_allowed' });
      expect(methods()).to.deep.equal(['files.getUploadURLExternal']);
    });

    it('takes its turn in the channel', async () => {
      begin();
      slack.answer('upload/1', (response) => response.end('OK - 4'));
      slack.answer('files.completeUploadExternal', { ok: true, files: [] });

      for (let index = 0; index < 4; index++) await api.upload(IN_CHANNEL, [FILE], WORDS);

      expect(waits).to.deep.equal([1_000]);
    });
  });
});
