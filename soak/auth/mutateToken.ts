import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { FakeIdentity } from '../../test/support/fakeIdentity.ts';

/** What mutations are made of. */
export interface TokenSource {
  readonly identity: FakeIdentity;
  readonly random: () => number;
}

/** A header for the door that must not open it, and by what it was spoilt. */
export interface MutatedToken {
  readonly kind: string;
  readonly authorization: string;
}

type Parts = readonly [header: string, payload: string, signature: string];
type Mutation = (source: TokenSource) => string;

const ATTACKER = generateKeyPairSync('rsa', { modulusLength: 2048 });
const CURVE = generateKeyPairSync('ec', { namedCurve: 'P-256' });
/** The most that Node takes as header lines is 16 KB. */
const OVERSIZE = 15_000;

const ALGORITHMS = [
  'none',
  'None',
  'HS256',
  'HS512',
  'ES256',
  'PS256',
  'RS384',
  'RS512',
  'EdDSA',
  'rs256',
  'RS256 ',
  '',
];
const KEY_IDS = ['', 'unknown', '__proto__', 'constructor', '../../etc/passwd', "' OR 1=1--", 'k'.repeat(2_000)];
const VALUES = [null, true, 0, -1, 0.5, '', '0', 'x', [], ['x'], {}, { iss: 'x' }, [[]], '\u0000', '\ud800'];
const CLAIMS = ['iss', 'aud', 'serviceurl', 'exp'];

/** One of each kind in turn would be as good; chance mixes them. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'a bit of the header': (source) => joined(flipped(source, 0)),
  'a bit of the claims': (source) => joined(flipped(source, 1)),
  'a bit of the signature': (source) => joined(flipped(source, 2)),
  'a letter': letterChanged,
  'parts of other tokens': spliced,
  algorithm: (source) => withHeader(source, { alg: pick(source, ALGORITHMS) }),
  'algorithm of another type': (source) => withHeader(source, { alg: pick(source, VALUES) }),
  'algorithm and no signature': (source) => withHeader(source, { alg: pick(source, ALGORITHMS) }, ''),
  'public key as secret': (source) => source.identity.authorization({ header: { alg: 'HS256' }, signedWith: 'hmac' }),
  'public key as secret, and RS256': (source) => source.identity.authorization({ signedWith: 'hmac' }),
  'a curve': (source) => signedBy(source, { alg: 'ES256', jwk: CURVE.publicKey.export({ format: 'jwk' }) }, 'curve'),
  'key id': (source) => withHeader(source, { kid: pick(source, KEY_IDS) }),
  'key id, signed': (source) =>
    source.identity.authorization({ header: { kid: pick(source, [...KEY_IDS, ...VALUES]) } }),
  'an extension': (source) => withHeader(source, pick(source, EXTENSIONS)),
  'an extension that must be understood, signed': (source) =>
    source.identity.authorization({ header: pick(source, CRITICAL) }),
  'a key of one’s own': (source) => signedBy(source, pick(source, OWN_KEYS), 'attacker'),
  'claim of another type, signed': (source) =>
    source.identity.authorization({ claims: { [pick(source, CLAIMS)]: pick(source, VALUES) } }),
  'claim taken away, signed': (source) =>
    source.identity.authorization({ claims: { [pick(source, CLAIMS)]: undefined } }),
  oversize: (source) =>
    source.identity.authorization({ claims: { padding: 'x'.repeat(OVERSIZE / 2 + around(source)) } }),
  'oversize in bytes': (source) => `Bearer ${'a'.repeat(OVERSIZE)}.${text(source, 40)}.${text(source, 40)}`,
  'signature cut or longer': signatureResized,
  'second spelling': secondSpelling,
  'form of the header': (source) => pick(source, FORMS)(source.identity.authorization()),
  noise: (source) => `Bearer ${text(source, around(source))}.${text(source, 30)}.${text(source, 342)}`,
};

const OWN_JWK = ATTACKER.publicKey.export({ format: 'jwk' });
const OWN_KEYS: readonly object[] = [
  { jwk: OWN_JWK },
  { jwk: OWN_JWK, kid: undefined },
  { jku: 'https://evil.example/keys' },
  { x5u: 'https://evil.example/certificate' },
  { x5c: ['MIIB'] },
  { jku: 'http://127.0.0.1:1/keys', kid: 'attacker' },
];
const EXTENSIONS: readonly object[] = [
  { crit: ['exp'] },
  { crit: [] },
  { b64: false },
  { crit: ['b64'], b64: false },
  { zip: 'DEF' },
  { typ: 'at+jwt' },
  { cty: 'JWT' },
  { enc: 'A256GCM', alg: 'dir' },
  ...OWN_KEYS,
];
const CRITICAL: readonly Readonly<Record<string, unknown>>[] = [
  { crit: ['exp'], exp: 1 },
  { crit: [] },
  { crit: 'b64' },
  { crit: ['b64'], b64: false },
  { crit: ['b64'] },
  { crit: [null] },
];
const FORMS: readonly ((good: string) => string)[] = [
  (good) => good.toLowerCase(),
  (good) => good.replace('Bearer', 'bearer'),
  (good) => good.replace('Bearer', 'Basic'),
  (good) => good.replace('Bearer ', ''),
  (good) => `Bearer ${good}`,
  (good) => good.replace(' ', '  '),
  (good) => `${good}=`,
  (good) => `${good}.`,
  (good) => `${good}.${good.split('.')[2]}`,
  (good) => `${good}, ${good}`,
  (good) => good.replace('.', '..'),
  (good) => good.replaceAll('.', '%2e'),
  (good) => good.slice(0, good.lastIndexOf('.')),
  (good) => good.slice(0, good.indexOf('.')),
];

/** A good token spoilt in one of the ways above. */
export function mutateToken(source: TokenSource): MutatedToken {
  const kind = pick(source, Object.keys(mutations));
  const mutate = mutations[kind];
  if (mutate === undefined) throw new Error(`no such mutation: ${kind}`);
  return { kind, authorization: mutate(source) };
}

function pick<T>({ random }: TokenSource, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)];
  // Only of an empty list.
  if (chosen === undefined) throw new Error('there is nothing to choose from');
  return chosen;
}

function partsOf(authorization: string): Parts {
  const [header = '', payload = '', signature = ''] = authorization.slice('Bearer '.length).split('.');
  return [header, payload, signature];
}

function joined(parts: readonly string[]): string {
  return `Bearer ${parts.join('.')}`;
}

/** One to three bits of the bytes that a part stands for. */
function flipped(source: TokenSource, place: 0 | 1 | 2): readonly string[] {
  const parts = partsOf(source.identity.authorization());
  const bytes = Buffer.from(parts[place], 'base64url');
  const bits = new Set<number>();
  for (let count = 1 + Math.floor(source.random() * 3); count > 0; count--)
    bits.add(Math.floor(source.random() * bytes.length * 8));
  for (const bit of bits) bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return parts.with(place, bytes.toString('base64url'));
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function letterChanged(source: TokenSource): string {
  const good = source.identity.authorization();
  const at = 'Bearer '.length + Math.floor(source.random() * (good.length - 'Bearer '.length));
  const other = [...`${LETTERS}.`].filter((letter) => letter !== good[at]);
  return `${good.slice(0, at)}${pick(source, other)}${good.slice(at + 1)}`;
}

/** Tokens that are each good, for others, or of others, put together. */
function spliced(source: TokenSource): string {
  const { identity } = source;
  const number = source.random();
  const one = partsOf(identity.authorization({ claims: { number } }));
  const two = partsOf(identity.authorization({ claims: { aud: 'another-bot', number }, header: { x5t: 'two' } }));
  const three = partsOf(identity.authorization({ signedWith: 'other', claims: { exp: 1 } }));
  const from = [one, two, three];
  // At least two that differ: of one token alone it would be that token.
  const [first, second, third] = pick(source, [
    [0, 0, 1],
    [0, 1, 1],
    [1, 0, 0],
    [0, 0, 2],
    [2, 2, 0],
    [0, 2, 1],
    [1, 0, 1],
  ]);
  return joined([from[first ?? 0]?.[0] ?? '', from[second ?? 0]?.[1] ?? '', from[third ?? 0]?.[2] ?? '']);
}

/** Another header in front of what was signed. */
function withHeader(source: TokenSource, changes: object, signature?: string): string {
  const [header, payload, signed] = partsOf(source.identity.authorization());
  const read = JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as object;
  // Spoilt in any case, also where the change changes nothing.
  return joined([encode({ ...read, ...changes, spoilt: source.random() }), payload, signature ?? signed]);
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function signedBy(source: TokenSource, changes: object, by: 'attacker' | 'curve'): string {
  const [header, payload] = partsOf(withHeader(source, changes));
  const content = Buffer.from(`${header}.${payload}`);
  const key = by === 'curve' ? { key: CURVE.privateKey, dsaEncoding: 'ieee-p1363' as const } : ATTACKER.privateKey;
  return joined([header, payload, sign('sha256', content, key).toString('base64url')]);
}

function signatureResized(source: TokenSource): string {
  const [header, payload, signature] = partsOf(source.identity.authorization());
  const bytes = Buffer.from(signature, 'base64url');
  const resized = pick(source, [
    bytes.subarray(0, Math.floor(source.random() * bytes.length)),
    Buffer.concat([bytes, Buffer.from([0])]),
    Buffer.concat([Buffer.from([0]), bytes]),
    Buffer.alloc(bytes.length),
    Buffer.alloc(bytes.length, 0xff),
    Buffer.from(bytes).reverse(),
    createHmac('sha256', 'secret').update(`${header}.${payload}`).digest(),
  ]);
  return joined([header, payload, resized.toString('base64url')]);
}

/** The last letter has four bits to spare; the bytes stay the same. */
function secondSpelling(source: TokenSource): string {
  const good = source.identity.authorization();
  const last = LETTERS.indexOf(good.slice(-1));
  return `${good.slice(0, -1)}${LETTERS[last + 1 + Math.floor(source.random() * 15)]}`;
}

function around({ random }: TokenSource): number {
  return Math.floor(random() * 2_000);
}

function text(source: TokenSource, length: number): string {
  return Array.from({ length }, () => pick(source, [...LETTERS])).join('');
}
