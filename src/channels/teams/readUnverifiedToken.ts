import { z } from 'zod';

const headerSchema = z.looseObject({ alg: z.string() });
const claimsSchema = z.looseObject({ iss: z.string() });

/** What a bearer token says of itself, before anyone has checked that it is true. */
export interface UnverifiedToken {
  readonly algorithm: string;
  readonly issuer: string;
  readonly claimNames: ReadonlySet<string>;
}

/** Longest header that is looked at, in characters; the connector's are about 900. */
const LONGEST = 8_000;

/** Reads an `Authorization` header; null when it isn't `Bearer` and a token with an issuer. */
export function readUnverifiedToken(authorization: string | undefined): UnverifiedToken | null {
  if (authorization === undefined || authorization.length > LONGEST) return null;
  const [, header, payload] = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(authorization) ?? [];
  const head = headerSchema.safeParse(decode(header));
  const claims = claimsSchema.safeParse(decode(payload));
  if (!head.success || !claims.success) return null;
  return {
    algorithm: head.data.alg,
    issuer: claims.data.iss,
    claimNames: new Set(Object.keys(claims.data)),
  };
}

function decode(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
