import type { DeskSession } from './deskSessions.ts';

/** What the page is told of its session: who it is, until when, and the token to send with each change. */
export function signedIn({ csrf, name, via, only, expiresAt }: DeskSession): object {
  return { csrf, name, via, only, expiresAt: expiresAt.toISOString() };
}
