import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { Agent } from 'undici';
import { fetchSigningKeys } from '../../../src/channels/teams/fetchSigningKeys.ts';

const rsa = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ format: 'jwk' });
const good = { ...rsa(2048), kid: 'good', use: 'sig', endorsements: ['msteams', 'webchat'] };

const UNUSABLE: Readonly<Record<string, unknown>> = {
  'a short key': { ...rsa(1024), kid: 'other' },
  'a curve': {
    ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
    kid: 'other',
  },
  'a secret': { kty: 'oct', k: 'c2VjcmV0', kid: 'other' },
  'a key to encrypt with': { ...good, kid: 'other', use: 'enc' },
  'a key without id': { ...good, kid: undefined },
  'a broken key': { ...good, kid: 'other', n: '!' },
  'a key without an exponent': { ...good, kid: 'other', e: undefined },
  'a number': 7,
  null: null,
};

describe('fetchSigningKeys', () => {
  let server: Server;
  let origin: string;
  let published: unknown;
  // Without limits of its own.
  const dispatcher = new Agent();

  before(async () => {
    server = createServer((request, response) => {
      const body = request.url === '/keys' ? published : { jwks_uri: `${origin}/keys` };
      response.end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    await dispatcher.close();
    await new Promise((resolve) => server.close(resolve));
  });

  const fetched = () =>
    fetchSigningKeys({ url: `${origin}/metadata`, dispatcher, within: 5_000, signal: new AbortController().signal });
  const failure = () => fetched().catch((error: Error) => error);

  it('gives the keys by their ids, and for which channels they are', async () => {
    published = { keys: [good, { ...good, kid: 'plain', endorsements: undefined }] };

    const keys = await fetched();

    const endorsements = [...keys].map(([id, key]) => [id, [...key.endorsements]]);
    expect(endorsements).to.deep.equal([
      ['good', ['msteams', 'webchat']],
      ['plain', []],
    ]);
  });

  for (const [what, key] of Object.entries(UNUSABLE)) {
    it(`leaves out ${what}, and keeps the others`, async () => {
      published = { keys: [key, good] };

      const keys = await fetched();

      expect([...keys.keys()]).to.deep.equal(['good']);
    });
  }

  it('fails when nothing of it can be used', async () => {
    published = { keys: Object.values(UNUSABLE) };

    expect(await failure()).to.include({ code: 'channel-failed' });
  });

  it('fails when more is sent than keys can be', async () => {
    published = { keys: [good], padding: 'x'.repeat(600_000) };

    expect(await failure()).to.include({ code: 'channel-failed' });
  });
});
