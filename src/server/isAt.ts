/** What stands in the place of `:secret`: 128 random bits as base64url. */
const SECRET = /^[\w-]{22}$/;

/**
 * Whether an address, as it was sent, is a route's. A query is nobody's business here but where a secret ends the path:
 * no link of ours has one, and whoever adds something has it from somewhere else.
 */
export function isAt(routePath: string, url: string): boolean {
  if (hasSecret(routePath)) return secretIn(routePath, url) !== undefined;
  const next = url[routePath.length];
  return url.startsWith(routePath) && (next === undefined || next === '?' || next === '#');
}

/** The secret in an address, as it was sent; undefined where the route has none, or it isn't one. */
export function secretIn(routePath: string, url: string): string | undefined {
  const before = beforeSecret(routePath);
  const rest = url.slice(before.length);
  return hasSecret(routePath) && url.startsWith(before) && SECRET.test(rest) ? rest : undefined;
}

/** What comes before the secret in a route's path; all of the path where it has none. */
export function beforeSecret(routePath: string): string {
  return routePath.replace(/:.*$/, '');
}

function hasSecret(routePath: string): boolean {
  return routePath.includes(':');
}
