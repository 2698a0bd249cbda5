/** A request that sends this as JSON. */
export function json(body: object): RequestInit & { readonly method: 'POST' } {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
