/** What stands in the place of `:secret`: 128 random bits as base64url. */
const SECRET = /^[\w-]{22}$/;

/**
 * Whether an address, as it was sent, is a route's. A query is nobody's business here but where a secret ends the path:
 * no link of ours has one, and whoever adds something has it from somewhere else.
 */
export function isAt(routePath: string, url: string): boolean {
  const open = routePath.indexOf(':');
  if (open >= 0) return url.startsWith(routePath.slice(0, open)) && SECRET.test(url.slice(open));
  const next = url[routePath.length];
  return url.startsWith(routePath) && (next === undefined || next === '?' || next === '#');
}
