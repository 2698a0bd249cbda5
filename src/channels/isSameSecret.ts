import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are the same. How long it takes tells nothing about either, not even a length. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
