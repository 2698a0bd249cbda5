import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** How long a link to a case opens it, in milliseconds: a working day. */
export const CASE_LINK_LASTS = 8 * 60 * 60 * 1000;

/** What a link opens. */
export interface LinkedCase {
  readonly case: string;
  /** The key of the desk that it was made for. */
  readonly desk: string;
  /** When it ends, and with it whatever was opened by it. */
  readonly expires: Date;
}

/** Links to one case for whoever is at one desk. */
export interface CaseLinkSigner {
  /** A text of letters, digits, `-`, `_` and one dot; `expires` is at most eight hours from now. */
  sign(caseId: string, desk: string, expires: Date): string;
  /** What such a text opens; null when it isn't ours, or its time is over. */
  verify(signed: string, at: Date): LinkedCase | null;
}

/** Of another use of the same key, a signature is good for nothing here. */
const PURPOSE = 'unstuck link 1\n';

/** How far the clock of another instance may be ahead, in milliseconds. */
const SKEW = 60_000;

/** Longer than any of ours: two ids and a time. */
const LONGEST = 2_000;

const contentSchema = z.tuple([z.string(), z.string(), z.number()]);

/**
 * Signs by HMAC-SHA256 with a key that nobody outside knows. What was signed for one use opens nothing for another: who
 * has a link to a file must not get in at the desk by it.
 */
export function createCaseLinkSigner(key: string, use: 'case' | 'file' = 'case'): CaseLinkSigner {
  const macOf = (content: string) => createHmac('sha256', key).update(`${PURPOSE}${use}\n`).update(content).digest();
  return {
    sign(caseId, desk, expires) {
      const content = Buffer.from(JSON.stringify([caseId, desk, expires.getTime()])).toString('base64url');
      return `${content}.${macOf(content).toString('base64url')}`;
    },
    verify(signed, at) {
      const [, content, given] = (signed.length <= LONGEST && /^([\w-]+)\.([\w-]{43})$/.exec(signed)) || [];
      if (content === undefined || given === undefined) return null;
      if (!timingSafeEqual(Buffer.from(given, 'base64url'), macOf(content))) return null;
      const [caseId, desk, expires] = contentSchema.parse(JSON.parse(Buffer.from(content, 'base64url').toString()));
      const left = expires - at.getTime();
      return left > 0 && left <= CASE_LINK_LASTS + SKEW ? { case: caseId, desk, expires: new Date(expires) } : null;
    },
  };
}
