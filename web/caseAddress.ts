/** The address of the link to a case. Source: the secret is 128 random bits, in base64url. */
const ADDRESS = /^\/c\/([\w-]{22})$/;

/** The secret in the address of the page; null where it has none. */
export function secretIn(pathname: string): string | null {
  return ADDRESS.exec(pathname)?.[1] ?? null;
}
