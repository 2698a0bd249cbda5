import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a token is made of, where it isn't a good one. */
export interface TokenChanges {
  /** Undefined takes a claim away. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** `other`: signed with a key that was never published. `hmac`: HS256 with the published key as its secret. */
  readonly signedWith?: 'published' | 'other' | 'hmac' | 'nothing';
}

/** The service that signs the connector's tokens, played by a real HTTP server with a key of its own. */
export interface FakeIdentity {
  /** Where the metadata is, which names the keys. */
  readonly keysUrl: string;
  /** Two where they should be: one answers 500, one with JSON that names no keys. */
  readonly brokenUrls: readonly string[];
  /** How often the keys were fetched. */
  keyFetches(): number;
  /** The value of an `Authorization` header: a good one, but for the changes. */
  authorization(changes?: TokenChanges): string;
  close(): Promise<void>;
}

/** Whom a good token is about. */
export interface TokenSubject {
  readonly appId: string;
  readonly serviceUrl: string;
}

const ISSUER = 'https://api.botframework.com';
const KEY_ID = 'fake-key-1';

/** Starts one on a free port of this machine. */
export async function startFakeIdentity(subject: TokenSubject): Promise<FakeIdentity> {
  const published = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let fetches = 0;
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/metadata') return response.end(JSON.stringify({ issuer: ISSUER, jwks_uri: `${base}/keys` }));
    if (request.url !== '/keys') {
      response.statusCode = request.url === '/junk' ? 200 : 500;
      return response.end('{}');
    }
    fetches++;
    const key = {
      ...published.publicKey.export({ format: 'jwk' }),
      kid: KEY_ID,
      use: 'sig',
      endorsements: ['msteams'],
    };
    return response.end(JSON.stringify({ keys: [key] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    keysUrl: `${base}/metadata`,
    brokenUrls: [`${base}/broken`, `${base}/junk`],
    keyFetches: () => fetches,
    authorization: (changes = {}) => `Bearer ${token(subject, { changes, published, other })}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Keys {
  readonly changes: TokenChanges;
  readonly published: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  readonly other: { readonly privateKey: KeyObject };
}

function token(subject: TokenSubject, { changes, published, other }: Keys): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: ISSUER, aud: subject.appId, serviceurl: subject.serviceUrl, nbf: now - 60, exp: now + 3600 };
  const header = { typ: 'JWT', alg: 'RS256', kid: KEY_ID };
  const content = `${encode({ ...header, ...changes.header })}.${encode({ ...claims, ...changes.claims })}`;
  switch (changes.signedWith ?? 'published') {
    case 'nothing':
      return `${content}.`;
    case 'hmac': {
      const secret = published.publicKey.export({ type: 'spki', format: 'pem' });
      return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
    }
    case 'other':
      return `${content}.${sign('sha256', Buffer.from(content), other.privateKey).toString('base64url')}`;
    case 'published':
      return `${content}.${sign('sha256', Buffer.from(content), published.privateKey).toString('base64url')}`;
  }
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
