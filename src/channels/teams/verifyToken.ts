import { createHash } from 'node:crypto';
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import type { TokenRefusal } from './admission.ts';
import type { SigningKey, SigningKeys } from './signingKeys.ts';

/** What a token that holds says. */
export interface VerifiedToken {
  /** Where the connector that sent it is to be answered. */
  readonly serviceUrl: string;
  /** Channels that its key may speak for. */
  readonly endorsements: ReadonlySet<string>;
}

/** `keys-unavailable` means that nobody could tell; all other refusals are final. */
export type TokenVerdict =
  | { readonly kind: 'verified'; readonly token: VerifiedToken }
  | { readonly kind: 'refused'; readonly reason: TokenRefusal };

/** Judges the value of an `Authorization` header. Never throws for anything that a caller can send. */
export type VerifyToken = (authorization: string | undefined) => Promise<TokenVerdict>;

/** What a token is measured by. */
export interface TokenRules {
  readonly keys: SigningKeys;
  readonly issuers: readonly string[];
  /** The bot's app id. */
  readonly audience: string;
  readonly now: () => Date;
}

/** Longest header that is looked at, in characters; the connector's are about 900. */
const LONGEST = 8_000;

/** Clocks may differ, in seconds. Source: Bot Connector authentication, "industry-standard clock-skew is 5 minutes". */
const CLOCK_TOLERANCE = 5 * 60;

/** How long a verified token is taken again without being verified anew, in milliseconds. */
const REMEMBERED_FOR = 5 * 60 * 1000;

/** The connector uses one token for an hour or so and for each of its regions: a handful. */
const REMEMBERED = 500;

/** Only tokens of the emulator and of other bots, which Entra issues, carry these. */
const FOREIGN_CLAIMS = ['tid', 'appid', 'azp'];

const claimsSchema = z.object({ aud: z.string(), serviceurl: z.string().min(1), exp: z.number() });

interface Remembered {
  readonly keyId: string;
  readonly key: SigningKey['key'];
  readonly serviceUrl: string;
  /** In milliseconds. */
  readonly until: number;
}

/**
 * Makes the check of the connector's tokens: RS256 by a published key, issuer, audience, time, and a service URL.
 * A verified token is remembered by its hash, never longer than it holds, and only as long as its key is published.
 */
export function createVerifyToken(rules: TokenRules): VerifyToken {
  const remembered = new Map<string, Remembered>();
  return async (authorization) => {
    const token = bearerToken(authorization);
    if (token === null) return { kind: 'refused', reason: 'token-malformed' };
    const hash = createHash('sha256').update(token).digest('base64');
    const known = remembered.get(hash);
    const keyId = known?.keyId ?? keyIdOf(token);
    if (keyId === null) return { kind: 'refused', reason: 'token-malformed' };
    const found = await rules.keys.find(keyId);
    if (found.kind === 'unavailable') return { kind: 'refused', reason: 'keys-unavailable' };
    if (found.kind === 'unknown') return { kind: 'refused', reason: 'token-key-unknown' };
    const { key, endorsements } = found.signingKey;
    const now = rules.now().getTime();
    if (known && known.key === key && now < known.until) return verified(known.serviceUrl, endorsements);
    remembered.delete(hash);
    const judged = await judge(token, key, rules);
    if ('reason' in judged) return { kind: 'refused', reason: judged.reason };
    const { serviceurl, exp } = judged;
    remember(remembered, hash, {
      ...{ keyId, key, serviceUrl: serviceurl },
      until: Math.min(exp * 1000, now + REMEMBERED_FOR),
    });
    return verified(serviceurl, endorsements);
  };
}

function verified(serviceUrl: string, endorsements: ReadonlySet<string>): TokenVerdict {
  return { kind: 'verified', token: { serviceUrl, endorsements } };
}

/** The token of a `Bearer` header; null when there is none, or one that is written in another way than its signer does. */
function bearerToken(authorization: string | undefined): string | null {
  if (authorization === undefined || authorization.length > LONGEST) return null;
  const [, token, signature = ''] = /^Bearer ([\w-]+\.[\w-]+\.([\w-]+))$/.exec(authorization) ?? [];
  // The last letter has bits to spare, which no signature covers: the same token must not have several spellings.
  const isOnlySpelling = Buffer.from(signature, 'base64url').toString('base64url') === signature;
  return token !== undefined && isOnlySpelling ? token : null;
}

/** What the token says which key it is signed with, before anyone has checked that it is true. */
function keyIdOf(token: string): string | null {
  try {
    const { kid } = decodeProtectedHeader(token);
    return typeof kid === 'string' ? kid : null;
  } catch {
    return null;
  }
}

type Judged = z.output<typeof claimsSchema> | { readonly reason: TokenRefusal };

async function judge(token: string, key: SigningKey['key'], rules: TokenRules): Promise<Judged> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['RS256'],
      issuer: [...rules.issuers],
      audience: [rules.audience, rules.audience.toLowerCase()],
      requiredClaims: ['exp', 'serviceurl'],
      clockTolerance: CLOCK_TOLERANCE,
      currentDate: rules.now(),
    });
    return readClaims(payload);
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function readClaims(payload: JWTPayload): Judged {
  if (FOREIGN_CLAIMS.some((claim) => claim in payload)) return { reason: 'token-of-another-kind' };
  return claimsSchema.safeParse(payload).data ?? { reason: 'token-claims' };
}

const CLAIM_REFUSALS: Readonly<Record<string, TokenRefusal>> = {
  iss: 'token-issuer',
  aud: 'token-audience',
  exp: 'token-time',
  nbf: 'token-time',
};

/** What the library found wrong with a token. Any other error is a fault of ours. */
function reasonOf(error: unknown): TokenRefusal {
  if (error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired) {
    return CLAIM_REFUSALS[error.claim] ?? 'token-claims';
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return 'token-algorithm';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'token-signature';
  if (error instanceof errors.JOSEError) return 'token-malformed';
  throw error;
}

function remember(remembered: Map<string, Remembered>, hash: string, entry: Remembered): void {
  remembered.set(hash, entry);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= REMEMBERED) break;
    remembered.delete(oldest);
  }
}
