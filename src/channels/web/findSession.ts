import type { SecretCookie } from '../secretCookie.ts';
import type { WebSessions } from './webSessions.ts';

/** Where sessions are looked up. */
export interface SessionLookup {
  readonly cookie: SecretCookie;
  readonly sessions: WebSessions;
}

/** The session that a `Cookie` header stands for; null when we have given out no such session. */
export async function findSession(lookup: SessionLookup, header: string | undefined): Promise<string | null> {
  const id = lookup.cookie.read(header);
  return id !== null && (await lookup.sessions.exists(id)) ? id : null;
}
