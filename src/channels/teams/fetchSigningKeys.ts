import { type CryptoKey, importJWK } from 'jose';
import { type Dispatcher, request } from 'undici';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import type { SigningKey } from './signingKeys.ts';

/** Where the keys are published, and how long that may take. */
export interface KeySource {
  /** The metadata that names the address of the keys. */
  readonly url: string;
  readonly dispatcher: Dispatcher;
  /** For both requests together, in milliseconds. */
  readonly within: number;
  /** Ends a fetch early. */
  readonly signal: AbortSignal;
}

/** Largest answer that is read, in bytes; the connector service's keys are a tenth of it. */
const LARGEST = 512 * 1024;

/** The shortest RSA key that is good for RS256, in bits. Source: RFC 7518, 3.3. */
const SHORTEST_KEY = 2048;

const metadataSchema = z.object({ jwks_uri: z.url() });
const keysSchema = z.object({ keys: z.array(z.unknown()) });
const keySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  use: z.literal('sig').optional(),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).optional(),
});

/**
 * The keys that are published now, by their ids; those that can't be used are left out. Rejects with `channel-failed`
 * when there is none, or no answer in time.
 */
export async function fetchSigningKeys(source: KeySource): Promise<ReadonlyMap<string, SigningKey>> {
  const signal = AbortSignal.any([AbortSignal.timeout(source.within), source.signal]);
  try {
    const { jwks_uri } = metadataSchema.parse(await readJson(source.url, { ...source, signal }));
    // Microsoft publishes both on one host. Nobody else's keys are worth asking for.
    if (new URL(jwks_uri).origin !== new URL(source.url).origin) throw new AppError('channel-failed', 'keys elsewhere');
    const { keys } = keysSchema.parse(await readJson(jwks_uri, { ...source, signal }));
    const usable = (await Promise.all(keys.map(usableKey))).flat();
    if (usable.length === 0) throw new AppError('channel-failed', 'there is no key that can be used');
    return new Map(usable);
  } catch (cause) {
    throw new AppError('channel-failed', 'the keys of the connector service can’t be had', { cause });
  }
}

/** Redirects are not followed: they are answers without what is looked for. */
async function readJson(url: string, { dispatcher, signal }: KeySource): Promise<unknown> {
  const { statusCode, body } = await request(url, { dispatcher, signal, headers: { accept: 'application/json' } });
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop by an error closes the connection.
  for await (const chunk of body) {
    size += chunk.length;
    if (statusCode !== 200 || size > LARGEST) throw new AppError('channel-failed', `an unusable answer, ${statusCode}`);
    chunks.push(chunk);
  }
  if (statusCode !== 200) throw new AppError('channel-failed', `an unusable answer, ${statusCode}`);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** The key and its id, or nothing: one key that can't be read must not shut out the others. */
async function usableKey(published: unknown): Promise<readonly (readonly [string, SigningKey])[]> {
  const { data } = keySchema.safeParse(published);
  if (data === undefined) return [];
  const { kid, kty, n, e, endorsements = [] } = data;
  const key = await importJWK({ kty, n, e }, 'RS256').catch(() => null);
  if (key === null || key instanceof Uint8Array || !isLongEnough(key)) return [];
  return [[kid, { key, endorsements: new Set(endorsements) }]];
}

function isLongEnough({ algorithm }: CryptoKey): boolean {
  return 'modulusLength' in algorithm && Number(algorithm.modulusLength) >= SHORTEST_KEY;
}
