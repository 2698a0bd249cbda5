import { type SecretCookie, secretCookie } from '../secretCookie.ts';

/** 30 days, in seconds. */
const MAX_AGE = 30 * 24 * 60 * 60;

/** The cookie that holds a person's session. `secure`: the page is served over https. */
export function sessionCookie(secure: boolean): SecretCookie {
  return secretCookie({ name: 'unstuck', maxAge: MAX_AGE, secure });
}
