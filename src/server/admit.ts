import type { IncomingHttpHeaders } from 'node:http';
import type { Limits } from './limits.ts';
import type { Answer, Route } from './route.ts';

/** A request as far as its headers tell. */
export interface RequestHead {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** As on the wire: names and values by turns. */
  readonly rawHeaders: readonly string[];
  readonly httpVersion: string;
}

/** What requests are measured by. */
export interface AdmissionRules {
  readonly routes: readonly Route[];
  readonly limits: Limits;
}

const JSON_TYPE = /^application\/json(?:\s*;\s*charset\s*=\s*"?utf-8"?)?\s*$/i;

/**
 * Whether a request may come in, judged before anything is parsed: the refusal, or null when it may.
 * A refusal is a status without a word of explanation.
 */
export function admit(head: RequestHead, { routes, limits }: AdmissionRules): Answer | null {
  const { method, url, headers, rawHeaders } = head;
  if (rawHeaders.length / 2 > limits.headers) return { status: 431 };
  if (!hasOneHost(head)) return { status: 400 };
  // The router below makes an address of host and path, and throws out of its own reach when that fails.
  if (!url.startsWith('/') || !URL.canParse(`http://${headers.host}${url}`)) return { status: 400 };
  const path = url.replace(/[?#].*$/s, '');
  const here = routes.filter((route) => route.path === path);
  if (here.length === 0) return { status: 404 };
  // A host with a path in it would make it another address.
  if (new URL(`http://${headers.host}${url}`).pathname !== path) return { status: 400 };
  const route = here.find((each) => each.method === method || (each.method === 'GET' && method === 'HEAD'));
  if (route === undefined) return { status: 405, headers: { Allow: here.flatMap(methodsOf).join(', ') } };
  return admitBody(route.body, headers, limits);
}

/** Two hosts are two opinions on where this goes; only the oldest clients name none. */
function hasOneHost({ rawHeaders, httpVersion }: RequestHead): boolean {
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0');
}

function methodsOf({ method }: Route): readonly string[] {
  return method === 'GET' ? ['GET', 'HEAD'] : [method];
}

/** Compressed, split or foreign bodies are never taken apart: that is where small requests become large. */
function admitBody(body: Route['body'], headers: IncomingHttpHeaders, limits: Limits): Answer | null {
  const encoding = headers['transfer-encoding'];
  const length = Number(headers['content-length'] ?? 0);
  const isSent = length > 0 || encoding !== undefined;
  if (headers['content-encoding'] !== undefined) return { status: 415 };
  if (encoding !== undefined && encoding.toLowerCase() !== 'chunked') return { status: 415 };
  if (body === 'none' && isSent) return { status: 415 };
  if (body === 'json' && !JSON_TYPE.test(headers['content-type'] ?? '')) return { status: 415 };
  if (body === 'json-or-none' && isSent && !JSON_TYPE.test(headers['content-type'] ?? '')) return { status: 415 };
  return length > limits.bodyBytes ? { status: 413 } : null;
}
