import type { KnownBlock } from '@slack/web-api';
import { expect } from 'chai';
import { type FakeSlack, startFakeSlack } from './fakeSlack.ts';
import { slackFailureOf, slackWebClient } from './slackWebClient.ts';
import { directChannel, SLACK_ADA, WORKSPACE } from './slackWorkspace.ts';

const DIRECT = directChannel(SLACK_ADA);

describe('the fake Slack, with files', () => {
  let slack: FakeSlack;

  beforeEach(async () => {
    slack = await startFakeSlack();
  });

  afterEach(() => slack.close());

  const client = () => slackWebClient(slack, { allowAbsoluteUrls: true });

  it('takes a file in three steps', async () => {
    const file = Buffer.from([0, 1, 2, 255]);

    await client().filesUploadV2({
      ...{ channel_id: DIRECT, thread_ts: '1700000000.000100', filename: 'a.png', file, initial_comment: 'Look' },
    });

    expect(slack.uploads).to.have.length(1);
    expect(slack.uploads[0]).to.deep.include({ name: 'a.png', channel: DIRECT, thread: '1700000000.000100' });
    expect([slack.uploads[0]?.bytes.equals(file), slack.uploads[0]?.words]).to.deep.equal([true, 'Look']);
  });

  it('looks at the words that come with a file as at those of a message, in blocks or without', async () => {
    const say = (more: { readonly initial_comment?: string; readonly blocks?: KnownBlock[] }) =>
      client().filesUploadV2({
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
      await slackFailureOf(say({ initial_comment: '<!here> look' })),
      await slackFailureOf(say({ blocks: marked })),
      await slackFailureOf(say({ initial_comment: 'Look', blocks: plain })),
    ];

    expect(before).to.deep.equal([]);
    expect(slack.uploads.map(({ words }) => words)).to.deep.equal(['', 'a < b', '*Look*']);
    expect(refused.map(({ data }) => data?.error)).to.deep.equal(Array(3).fill('invalid_blocks'));
    expect(slack.faults).to.have.length.at.least(3);
  });

  it('takes 14 files at once, and fails with more', async () => {
    const share = (number: number) =>
      client().filesUploadV2({
        channel_id: DIRECT,
        file_uploads: Array.from({ length: number }, (_, at) => ({ filename: `${at}.png`, file: Buffer.from('a') })),
      });

    await share(14);
    const more = await slackFailureOf(share(15));

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
});
