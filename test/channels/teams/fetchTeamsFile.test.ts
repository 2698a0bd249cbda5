import { expect } from 'chai';
import type { FetchedFile } from '../../../src/channels/fetchedFile.ts';
import { createFetchTeamsFile } from '../../../src/channels/teams/fetchTeamsFile.ts';
import type { TeamsFileSource } from '../../../src/channels/teams/fileAddressRule.ts';
import { httpsOnHosts } from '../../../src/channels/teams/httpsOnHosts.ts';
import { onThisMachine } from '../../../src/channels/teams/onThisMachine.ts';
import { teamsClouds } from '../../../src/channels/teams/teamsCloud.ts';
import { UploadFault } from '../../../src/channels/uploadFault.ts';
import { AppError } from '../../../src/errors.ts';
import { bytes, endless, type FileServer, redirect, startFileServer, status } from '../fileServer.ts';

const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
const PICTURE = 'https://smba.trafficmanager.net/emea/v3/attachments/0-frca/views/original';
const FILE = 'https://contoso-my.sharepoint.com/personal/ada/_layouts/15/download.aspx?UniqueId=1&tempauth=x.y';
const NOW = new Date('2026-01-05T09:00:00Z');
const TEN_MB = 10 * 1024 * 1024;

const attached = (url: string = FILE): TeamsFileSource => ({ kind: 'attached', url, serviceUrl: SERVICE_URL });
const pasted = (url: string = PICTURE, serviceUrl = SERVICE_URL): TeamsFileSource => ({
  kind: 'pasted',
  url,
  serviceUrl,
});
const at = (url: string) => url.replace(/^https:\/\//, '');

describe('fetching a file of a message', () => {
  let server: FileServer;
  let tokens: number;

  before(async () => {
    server = await startFileServer();
  });
  beforeEach(() => {
    server.clear();
    tokens = 0;
  });
  after(() => server.close());

  const fetching = () => ({
    dispatcher: server.dispatcher,
    token: async () => {
      tokens += 1;
      return 'token-of-the-bot';
    },
    hosts: teamsClouds.public.fileHosts,
    acceptsServiceUrl: httpsOnHosts(teamsClouds.public.serviceHosts),
    now: () => NOW,
  });
  const fetchFile = (source: TeamsFileSource, others: object = {}) =>
    createFetchTeamsFile({ ...fetching(), ...others })(source);

  it('reads an attached file without saying who it is', async () => {
    server.answer(at(FILE), bytes('PNG and so on'));

    const fetched = await fetchFile(attached());

    expect(await contentOf(fetched)).to.equal('PNG and so on');
    expect(server.requests).to.deep.equal([{ at: at(FILE), authorization: undefined, encoding: 'identity' }]);
    expect(tokens).to.equal(0);
  });

  it('reads a pasted picture with the bot’s token', async () => {
    server.answer(at(PICTURE), bytes('a picture'));

    const fetched = await fetchFile(pasted());

    expect(await contentOf(fetched)).to.equal('a picture');
    expect(server.requests[0]).to.include({ authorization: 'Bearer token-of-the-bot' });
  });

  describe('follows redirects', () => {
    it('from one of Microsoft’s hosts to another, three at most', async () => {
      server.answer(at(FILE), redirect('https://graph.microsoft.com/1'));
      server.answer('graph.microsoft.com/1', redirect('/2', 307));
      server.answer('graph.microsoft.com/2', redirect('https://fabrikam.sharepoint.com/3', 301));
      server.answer('fabrikam.sharepoint.com/3', bytes('found'));

      expect(await contentOf(await fetchFile(attached()))).to.equal('found');
    });

    it('and gives up at the fourth', async () => {
      server.answer(at(FILE), redirect(FILE));

      expect(await fetchFile(attached())).to.deep.equal({ kind: 'refused', why: 'too-many-redirects' });
      expect(server.requests).to.have.lengthOf(4);
    });

    it('never with the token', async () => {
      server.answer(at(PICTURE), redirect('/emea/v3/attachments/0-frca/views/other'));
      server.answer('smba.trafficmanager.net/emea/v3/attachments/0-frca/views/other', bytes('a picture'));

      expect(await contentOf(await fetchFile(pasted()))).to.equal('a picture');
      expect(server.requests.map(({ authorization }) => authorization)).to.deep.equal([
        'Bearer token-of-the-bot',
        undefined,
      ]);
    });

    for (const location of [
      'https://evil.example/',
      'http://127.0.0.1:8080/',
      'https://127.0.0.1/',
      'http://contoso-my.sharepoint.com/1',
      'https://contoso-my.sharepoint.com:8443/1',
      'file:///etc/passwd',
      'http://169.254.169.254/latest/meta-data/',
      'https://',
      '//evil.example/1',
    ]) {
      it(`not to ${location}`, async () => {
        server.answer(at(FILE), redirect(location));

        expect(await fetchFile(attached())).to.deep.equal({ kind: 'refused', why: 'address-not-allowed' });
        expect(server.requests).to.have.lengthOf(1);
      });
    }

    it('from a pasted picture to no other host, not even where attached files are', async () => {
      server.answer(at(PICTURE), redirect(FILE));

      expect(await fetchFile(pasted())).to.deep.equal({ kind: 'refused', why: 'address-not-allowed' });
      expect(server.requests).to.have.lengthOf(1);
    });
  });

  const strangers: readonly string[] = [
    '',
    'download.aspx',
    'http://contoso.sharepoint.com/1',
    'ftp://contoso.sharepoint.com/1',
    'data:image/png;base64,AAAA',
    'https://contoso.sharepoint.com:8443/1',
    'https://user@contoso.sharepoint.com/1',
    'https://user:word@contoso.sharepoint.com/1',
    'https://contoso.sharepoint.com@evil.example/1',
    'https://evil.example/contoso.sharepoint.com',
    'https://evil.example#.sharepoint.com',
    'https://evil.example\\.sharepoint.com/1',
    'https://evil-sharepoint.com/1',
    'https://sharepoint.com/1',
    'https://.sharepoint.com/1',
    'https://a.b.sharepoint.com/1',
    'https://contoso.sharepoint.com./1',
    'https://sharepoint.com.evil.example/1',
    'https://contoso.sharepoint.com.evil.example/1',
    'https://contoso.sharepoint.us/1',
    'https://contoso.shаrepoint.com/1',
    'https://contoso。sharepoint.com.evil.example/1',
    'https://smba.trafficmanager.net/1',
    'https://graph.microsoft.com.evil.example/1',
    'https://evil.graph.microsoft.com/1',
    'https://localhost/1',
    'https://127.0.0.1/1',
    'https://2130706433/1',
    'https://0x7f.1/1',
    'https://[::1]/1',
    'https://[::ffff:127.0.0.1]/1',
    'https://169.254.169.254/latest/meta-data/',
    'http://localhost:3978/healthz',
  ];
  for (const url of strangers) {
    it(`goes nowhere for an attached file at ${JSON.stringify(url)}`, async () => {
      expect(await fetchFile(attached(url))).to.deep.equal({ kind: 'refused', why: 'address-not-allowed' });
      expect([server.connected.length, tokens]).to.deep.equal([0, 0]);
    });
  }

  const elsewhere: readonly TeamsFileSource[] = [
    pasted('https://evil.example/v3/attachments/1/views/original'),
    pasted('https://smba.trafficmanager.net.evil.example/1'),
    pasted('https://smba.trafficmanager.net:8443/1'),
    pasted('http://smba.trafficmanager.net/1'),
    pasted('https://user@smba.trafficmanager.net/1'),
    pasted('https://smba.infra.gcc.teams.microsoft.com/1'),
    pasted(FILE),
    pasted('http://127.0.0.1:3978/1', 'http://127.0.0.1:3978/'),
    pasted('https://evil.example/1', 'https://evil.example/'),
    pasted('https://smba.trafficmanager.net/1', 'not an address'),
  ];
  for (const source of elsewhere) {
    it(`keeps the token for a picture at ${source.url} of a message from ${source.serviceUrl}`, async () => {
      expect(await fetchFile(source)).to.deep.equal({ kind: 'refused', why: 'address-not-allowed' });
      expect([server.connected.length, tokens]).to.deep.equal([0, 0]);
    });
  }

  it('knows a picture’s host in any spelling that means it', async () => {
    server.answer(at(PICTURE), bytes('a picture'));

    expect(
      await contentOf(await fetchFile(pasted(PICTURE.replace('smba', 'SMBA').replace('.net/', '.net:443/')))),
    ).to.equal('a picture');
  });

  for (const [cloud, host] of [
    ['us-gov', 'contoso.sharepoint.us'],
    ['us-dod', 'contoso.sharepoint-mil.us'],
    ['china', 'contoso.sharepoint.cn'],
  ] as const) {
    it(`knows where files are in the cloud ${cloud}`, async () => {
      server.answer(`${host}/1`, bytes('here'));
      const { fileHosts: hosts } = teamsClouds[cloud];

      expect(await contentOf(await fetchFile(attached(`https://${host}/1`), { hosts }))).to.equal('here');
      expect(await fetchFile(attached(), { hosts })).to.include({ why: 'address-not-allowed' });
    });
  }

  describe('on this machine, in development', () => {
    it('takes files and pictures from this machine, and nothing else without TLS', async () => {
      const local = { acceptsServiceUrl: onThisMachine, token: async () => null };
      server.answer(`${new URL(server.origin).host}/file`, bytes('local'));
      const url = `${server.origin}file`;

      expect(await contentOf(await fetchFile(attached(url), local))).to.equal('local');
      expect(await contentOf(await fetchFile(pasted(url, server.origin), local))).to.equal('local');
      expect(await fetchFile(pasted('http://127.0.0.1:1/file', server.origin), local)).to.include({ kind: 'refused' });
      expect(await fetchFile(attached('http://192.0.2.1/file'), local)).to.include({ kind: 'refused' });
      expect(server.requests.map(({ authorization }) => authorization)).to.deep.equal([undefined, undefined]);
    });
  });

  describe('says how it ended', () => {
    const statuses: readonly (readonly [code: number, source: TeamsFileSource, kind: FetchedFile['kind']])[] = [
      [401, attached(), 'refused'],
      [401, pasted(), 'not-taken'],
      [403, attached(), 'refused'],
      [404, pasted(), 'refused'],
      [410, attached(), 'refused'],
      [204, attached(), 'refused'],
      [206, attached(), 'refused'],
      [304, attached(), 'refused'],
      [408, attached(), 'not-taken'],
      [429, pasted(), 'not-taken'],
      [500, attached(), 'not-taken'],
      [503, pasted(), 'not-taken'],
    ];
    for (const [code, source, kind] of statuses) {
      it(`after ${code} to a file that was ${source.kind}`, async () => {
        server.answer(at(source.url), status(code));

        expect(await fetchFile(source)).to.include({ kind, why: `status-${code}` });
      });
    }

    it('with how long to wait', async () => {
      server.answer(at(FILE), status(429, { 'retry-after': '7' }));

      expect(await fetchFile(attached())).to.deep.equal({ kind: 'not-taken', why: 'status-429', retryAfterMs: 7_000 });
    });

    it('for a file that says that it is too large', async () => {
      server.answer(at(FILE), bytes(Buffer.alloc(TEN_MB + 1), { 'content-length': String(TEN_MB + 1) }));

      expect(await fetchFile(attached())).to.deep.equal({ kind: 'refused', why: 'too-large' });
    });

    it('for a file that comes packed', async () => {
      server.answer(at(FILE), bytes('1f8b', { 'content-encoding': 'gzip' }));

      expect(await fetchFile(attached())).to.deep.equal({ kind: 'refused', why: 'encoded' });
    });

    it('when nobody gives the bot a token', async () => {
      const token = () => Promise.reject(new AppError('sign-in-failed', 'no'));

      expect(await fetchFile(pasted(), { token })).to.deep.equal({ kind: 'not-taken', why: 'sign-in-failed' });
      expect(server.connected).to.deep.equal([]);
    });

    it('when the connection breaks before an answer', async () => {
      server.answer(at(FILE), (_response, request) => request.socket.destroy());

      const fetched = await fetchFile(attached());

      expect(fetched)
        .to.include({ kind: 'not-taken' })
        .and.to.have.property('why')
        .that.matches(/^UND_ERR_SOCKET|ECONNRESET$/);
    });

    it('when there is no answer in time', async () => {
      server.answer(at(FILE), () => undefined);

      expect(await fetchFile(attached(), { within: 50 })).to.deep.equal({ kind: 'not-taken', why: 'too-late' });
    });
  });

  describe('while it is read', () => {
    it('gives all of a file of the largest size', async () => {
      server.answer(at(FILE), bytes(Buffer.alloc(TEN_MB, 7)));

      const content = await contentOf(await fetchFile(attached()));

      expect(content).to.have.lengthOf(TEN_MB);
    });

    it('stops one that never ends, and takes little more than may be', async () => {
      server.answer(at(FILE), endless);
      const fetched = await fetchFile(attached());

      const { fault, size } = await faultOf(fetched);

      expect(fault).to.be.instanceOf(UploadFault).and.include({ how: 'too-large' });
      expect(size).to.be.at.most(TEN_MB);
    });

    it('says of one that breaks off that it did', async () => {
      server.answer(at(FILE), (response, request) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('half', () => request.socket.destroy());
      });

      const { fault } = await faultOf(await fetchFile(attached()));

      expect(fault).to.be.instanceOf(UploadFault).and.include({ how: 'cut-off' });
    });

    it('says of one that stands still that it does', async () => {
      server.answer(at(FILE), (response) => {
        response.writeHead(200);
        response.write('half');
      });

      const { fault } = await faultOf(await fetchFile(attached(), { within: 200 }));

      expect(fault).to.be.instanceOf(UploadFault).and.include({ how: 'stalled' });
    });

    it('lets go of the connection when its reader has seen enough', async () => {
      const closed = new Promise<void>((resolve) => {
        server.answer(at(FILE), (response, request) => {
          request.socket.once('close', () => resolve());
          endless(response, request);
        });
      });
      const fetched = await fetchFile(attached());

      if (fetched.kind === 'fetched') for await (const _chunk of fetched.bytes) break;

      await closed;
    });
  });
});

async function contentOf(fetched: FetchedFile): Promise<string> {
  expect(fetched).to.include({ kind: 'fetched' });
  const chunks: Uint8Array[] = [];
  if (fetched.kind === 'fetched') for await (const chunk of fetched.bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
}

/** What reading throws, and how much came before that. */
async function faultOf(fetched: FetchedFile): Promise<{ fault: unknown; size: number }> {
  let size = 0;
  const read = async () => {
    if (fetched.kind === 'fetched') for await (const chunk of fetched.bytes) size += chunk.length;
  };
  return { fault: await read().catch((fault: unknown) => fault), size };
}
