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

/** How the keys are answered for. `elsewhere`: redirected to where they are; `foreign`: they are said to be on another host. */
export type KeyService = 'well' | 'broken' | 'junk' | 'no-keys' | 'huge' | 'hanging' | 'elsewhere' | 'foreign';

/** The service that signs the connector's tokens, played by a real HTTP server with a key of its own. */
export interface FakeIdentity {
  /** Where the metadata is, which names the keys. */
  readonly keysUrl: string;
  /** Two where they should be: one answers 500, one with JSON that names no keys. */
  readonly brokenUrls: readonly string[];
  /** How often the metadata were asked for, and the keys. */
  metadataFetches(): number;
  keyFetches(): number;
  /** The value of an `Authorization` header: a good one, but for the changes. */
  authorization(changes?: TokenChanges): string;
  /** Signs with a new key from now on. `published` is whether the new key can be fetched, besides the old ones. */
  rotate(published: 'published' | 'unpublished'): void;
  /** Publishes the key that signs and no other. */
  withdrawOld(): void;
  /** Publishes the key that signs with these endorsements, or with none at all. */
  endorse(channels: readonly string[] | undefined): void;
  /** How it answers from now on. */
  behave(as: KeyService): void;
  close(): Promise<void>;
}

/** Whom a good token is about. */
export interface TokenSubject {
  readonly appId: string;
  readonly serviceUrl: string;
  /** By which clock tokens begin and end; default: the real one. */
  readonly now?: () => Date;
}

const ISSUER = 'https://api.botframework.com';

interface Pair {
  readonly id: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** What the service knows and how it is. */
interface State {
  readonly subject: TokenSubject;
  readonly other: Pair;
  signing: Pair;
  published: readonly Pair[];
  endorsements: readonly string[] | undefined;
  service: KeyService;
}

/** Starts one on a free port of this machine. */
export async function startFakeIdentity(subject: TokenSubject): Promise<FakeIdentity> {
  const first = keyPair(1);
  const state: State = {
    ...{ subject, other: keyPair(0), signing: first, published: [first] },
    ...{ endorsements: ['msteams'], service: 'well' },
  };
  const fetches = { '/metadata': 0, '/keys': 0 };
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/metadata' || path === '/keys') fetches[path]++;
    const answer = answerTo(path, base, state);
    if (answer === null) return;
    const { status, location, body } = answer;
    // Not chained: restify, where it is loaded, makes writeHead give nothing back.
    response.writeHead(status, { 'content-type': 'application/json', ...(location && { location }) });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...changesOf(state),
    keysUrl: `${base}/metadata`,
    brokenUrls: [`${base}/broken`, `${base}/junk`],
    metadataFetches: () => fetches['/metadata'],
    keyFetches: () => fetches['/keys'],
    authorization: (changes = {}) => `Bearer ${token(state, changes)}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function changesOf(state: State): Pick<FakeIdentity, 'rotate' | 'withdrawOld' | 'endorse' | 'behave'> {
  return {
    rotate(published) {
      state.signing = keyPair(pairs.indexOf(state.signing) + 1);
      if (published === 'published') state.published = [...state.published, state.signing];
    },
    withdrawOld() {
      state.published = [state.signing];
    },
    endorse(channels) {
      state.endorsements = channels;
    },
    behave(as) {
      state.service = as;
    },
  };
}

const pairs: Pair[] = [];

/** Keys are costly to make: all identities of a process have the same, in the same order. */
function keyPair(place: number): Pair {
  pairs[place] ??= { id: `fake-key-${place}`, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
  return pairs[place];
}

interface Answer {
  readonly status: number;
  readonly location?: string;
  readonly body: string;
}

/** Null: it never answers. */
function answerTo(path: string, base: string, state: State): Answer | null {
  const json = (body: unknown) => ({ status: 200, body: JSON.stringify(body) });
  if (path === '/metadata-moved') return json({ issuer: ISSUER, jwks_uri: `${base}/keys` });
  if (path === '/junk') return json({});
  if (path !== '/metadata' && path !== '/keys') return { status: 500, body: '{}' };
  const keys = state.published.map((pair) => jwk(pair, state.endorsements));
  const well = path === '/keys' ? { keys } : { issuer: ISSUER, jwks_uri: `${base}/keys` };
  switch (state.service) {
    case 'well':
      return json(well);
    case 'broken':
      return { status: 500, body: JSON.stringify(well) };
    case 'junk':
      return { status: 200, body: '<html>' };
    case 'no-keys':
      return json(path === '/keys' ? { keys: [] } : well);
    case 'huge':
      return json({ ...well, padding: 'x'.repeat(2_000_000) });
    case 'hanging':
      return null;
    case 'elsewhere':
      return { status: 302, location: `${base}/metadata-moved`, body: JSON.stringify(well) };
    case 'foreign':
      // The same server, but another origin.
      return json(path === '/keys' ? well : { jwks_uri: `${base.replace('127.0.0.1', 'localhost')}/keys` });
  }
}

function jwk({ id, publicKey }: Pair, endorsements: readonly string[] | undefined): object {
  return { ...publicKey.export({ format: 'jwk' }), kid: id, use: 'sig', ...(endorsements && { endorsements }) };
}

function token({ subject, signing, other }: State, changes: TokenChanges): string {
  const now = Math.floor((subject.now?.() ?? new Date()).getTime() / 1000);
  const claims = { iss: ISSUER, aud: subject.appId, serviceurl: subject.serviceUrl, nbf: now - 60, exp: now + 3600 };
  const header = { typ: 'JWT', alg: 'RS256', kid: signing.id };
  const content = `${encode({ ...header, ...changes.header })}.${encode({ ...claims, ...changes.claims })}`;
  switch (changes.signedWith ?? 'published') {
    case 'nothing':
      return `${content}.`;
    case 'hmac': {
      const secret = signing.publicKey.export({ type: 'spki', format: 'pem' });
      return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
    }
    case 'other':
      return `${content}.${sign('sha256', Buffer.from(content), other.privateKey).toString('base64url')}`;
    case 'published':
      return `${content}.${sign('sha256', Buffer.from(content), signing.privateKey).toString('base64url')}`;
  }
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
