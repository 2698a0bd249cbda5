/** A secret as we give it out: 128 random bits as base64url. */
const SECRET = /^[\w-]{22}$/;

/** A cookie that holds a secret. */
export interface SecretCookie {
  /** The secret that a `Cookie` header names; null when it names none. */
  read(header: string | undefined): string | null;
  /** The `Set-Cookie` header that gives it. */
  write(secret: string): string;
  /** The one that takes it away. */
  clear(): string;
}

/** How a cookie is named and kept. */
export interface CookieRules {
  readonly name: string;
  /** In seconds. */
  readonly maxAge: number;
  /** The page is served over https, so that the browser can be held to that and to this host. */
  readonly secure: boolean;
}

/** A cookie that scripts can't read and other sites can't send. */
export function secretCookie({ name: plainName, maxAge, secure }: CookieRules): SecretCookie {
  const name = secure ? `__Host-${plainName}` : plainName;
  const write = (value: string, seconds: number) =>
    `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  return {
    read(header = '') {
      const found = header
        .split(';')
        .map((pair) => pair.trim())
        .find((pair) => pair.startsWith(`${name}=`));
      const secret = found?.slice(name.length + 1) ?? '';
      return SECRET.test(secret) ? secret : null;
    },
    write: (secret) => write(secret, maxAge),
    clear: () => write('', 0),
  };
}
