import { createHash } from 'node:crypto';

/** What is kept of a random secret that we gave out: whoever reads the data can't use it. SHA-256 as base64url. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
