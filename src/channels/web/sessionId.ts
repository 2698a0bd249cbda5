import { randomBytes } from 'node:crypto';

/** 128 random bits, which can't be guessed, as 22 characters of base64url. */
export function newSessionId(): string {
  return randomBytes(16).toString('base64url');
}

/** Whether a text has the form of a session's id; says nothing on whether there is such a session. */
export function isSessionId(text: string): boolean {
  return /^[\w-]{22}$/.test(text);
}
