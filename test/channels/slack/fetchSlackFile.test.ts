import { expect } from 'chai';
import type { FetchedFile } from '../../../src/channels/fetchedFile.ts';
import { createFetchSlackFile } from '../../../src/channels/slack/fetchSlackFile.ts';
import { UploadFault } from '../../../src/channels/uploadFault.ts';
import { bytes, endless, type FileServer, redirect, startFileServer, status } from '../fileServer.ts';

const TOKEN = 'xoxb-not-a-real-token';
const URL_OF_FILE = 'https://files.slack.com/files-pri/T1-F1/screenshot.png';
const AT = 'files.slack.com/files-pri/T1-F1/screenshot.png';
const NOW = new Date('2026-01-05T09:00:00Z');

describe('fetching a file of somebody in Slack', () => {
  let server: FileServer;
  before(async () => {
    server = await startFileServer();
  });
  beforeEach(() => server.clear());
  after(() => server.close());

  const fetchFile = (
    url: string | null = URL_OF_FILE,
    others: { name?: string; apiUrl?: string; within?: number } = {},
  ) => {
    const { name = 'screenshot.png', ...settings } = others;
    const tools = { dispatcher: server.dispatcher, token: TOKEN, now: () => NOW };
    return createFetchSlackFile({ ...tools, ...settings })({ name, url });
  };

  it('reads it with the bot’s token', async () => {
    server.answer(AT, bytes('PNG and so on', { 'content-type': 'image/png' }));

    const fetched = await fetchFile();

    expect(await contentOf(fetched)).to.equal('PNG and so on');
    expect(server.requests).to.deep.equal([{ at: AT, authorization: `Bearer ${TOKEN}`, encoding: 'identity' }]);
  });

  for (const url of [
    null,
    '',
    'http://files.slack.com/files-pri/T1-F1/screenshot.png',
    'https://files.slack.com:8443/1',
    'https://user@files.slack.com/1',
    'https://files.slack.com@evil.example/1',
    'https://files.slack.com.evil.example/1',
    'https://evil.files.slack.com/1',
    'https://slack.com/files/1',
    'https://docs.google.com/1',
    'http://127.0.0.1/1',
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
  ]) {
    it(`goes nowhere, and keeps the token, for one at ${JSON.stringify(url)}`, async () => {
      expect(await fetchFile(url)).to.deep.equal({ kind: 'refused', why: 'address-not-allowed' });
      expect(server.connected).to.deep.equal([]);
    });
  }

  it('takes one from where the API is, if that is another place', async () => {
    server.answer(`${new URL(server.origin).host}/file`, bytes('here'));
    const url = `${server.origin}file`;

    expect(await contentOf(await fetchFile(url, { apiUrl: `${server.origin}api/` }))).to.equal('here');
    expect(await fetchFile(url, { apiUrl: 'https://slack.com/api' })).to.include({ why: 'address-not-allowed' });
  });

  for (const location of ['https://slack.com/?redir=%2Ffiles', 'https://evil.example/', '/files-pri/T1-F1/other.png']) {
    it(`follows no redirect, such as to ${location}`, async () => {
      server.answer(AT, redirect(location));

      expect(await fetchFile()).to.deep.equal({ kind: 'refused', why: 'too-many-redirects' });
      expect(server.requests).to.have.lengthOf(1);
    });
  }

  it('knows the page for logging in from a file', async () => {
    server.answer(AT, bytes('<html>', { 'content-type': 'text/html; charset=utf-8' }));

    expect(await fetchFile()).to.deep.equal({ kind: 'refused', why: 'login-page' });
  });

  it('takes a page where the name says that it is one', async () => {
    server.answer(AT, bytes('<html>', { 'content-type': 'text/html' }));

    expect(await contentOf(await fetchFile(URL_OF_FILE, { name: 'report.HTML' }))).to.equal('<html>');
  });

  for (const [code, kind] of [
    [401, 'not-taken'],
    [403, 'refused'],
    [404, 'refused'],
    [429, 'not-taken'],
    [503, 'not-taken'],
  ] as const) {
    it(`is ${kind} after ${code}`, async () => {
      server.answer(AT, status(code));

      expect(await fetchFile()).to.include({ kind, why: `status-${code}` });
    });
  }

  it('is tried again where there is no answer in time', async () => {
    server.answer(AT, () => undefined);

    expect(await fetchFile(URL_OF_FILE, { within: 50 })).to.deep.equal({ kind: 'not-taken', why: 'too-late' });
  });

  it('stops at ten megabytes', async () => {
    server.answer(AT, endless);
    const fetched = await fetchFile();

    const thrown = await contentOf(fetched).catch((fault: unknown) => fault);

    expect(thrown).to.be.instanceOf(UploadFault).and.include({ how: 'too-large' });
  });
});

async function contentOf(fetched: FetchedFile): Promise<string> {
  expect(fetched).to.include({ kind: 'fetched' });
  const chunks: Uint8Array[] = [];
  if (fetched.kind === 'fetched') for await (const chunk of fetched.bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
}
