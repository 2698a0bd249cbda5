import { isSessionId } from './sessionId.ts';

/** 30 days, in seconds. */
const MAX_AGE = 30 * 24 * 60 * 60;

/** The cookie that holds a person's session. */
export interface SessionCookie {
  /** The session that a `Cookie` header names; null when it names none. */
  read(header: string | undefined): string | null;
  /** The `Set-Cookie` header that gives a session, for 30 days from now. */
  write(session: string): string;
}

/**
 * A cookie that scripts can't read and other sites can't send.
 * `secure`: the page is served over https, so that the browser can be held to it.
 */
export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-unstuck' : 'unstuck';
  const flags = `Path=/; Max-Age=${MAX_AGE}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  return {
    read(header = '') {
      const found = header
        .split(';')
        .map((pair) => pair.trim())
        .find((pair) => pair.startsWith(`${name}=`));
      const session = found?.slice(name.length + 1) ?? '';
      return isSessionId(session) ? session : null;
    },
    write: (session) => `${name}=${session}; ${flags}`,
  };
}
