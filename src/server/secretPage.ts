import type { Answer } from './route.ts';

/**
 * A page at an address that holds a secret, or should: nobody on the way keeps it, and no search engine lists it.
 * `headers` go before its own.
 */
export function secretPage(status: number, body: Buffer, headers: Answer['headers'] = {}): Answer {
  const own = {
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': String(body.length),
  };
  return { status, headers: { ...headers, ...own }, body };
}
