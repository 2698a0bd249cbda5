import type { IncomingHttpHeaders } from 'node:http';
import { beforeSecret, isAt } from './isAt.ts';
import type { Limits } from './limits.ts';
import { mediaType } from './mediaType.ts';
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

/** Where a request may go, or how it is refused. */
export type Admission =
  | { readonly kind: 'admitted'; readonly route: Route }
  | { readonly kind: 'refused'; readonly answer: Answer };

const JSON_TYPE = 'application/json';

/**
 * Whether a request may come in, judged before anything is parsed, and where to.
 * A refusal is a status without a word of explanation.
 */
export function admit(head: RequestHead, { routes, limits }: AdmissionRules): Admission {
  const { method, url, headers, rawHeaders } = head;
  if (rawHeaders.length / 2 > limits.headers) return refused(431);
  if (!hasOneHost(head)) return refused(400);
  // The router below makes an address of host and path, and throws out of its own reach when that fails.
  if (!url.startsWith('/') || !URL.canParse(`http://${headers.host}${url}`)) return refused(400);
  const here = routes.filter((route) => isAt(route.path, url));
  if (here.length === 0) return { kind: 'refused', answer: cutOffAnswer(routes, head) ?? { status: 404, headers: {} } };
  // A host with a path in it would make it another address.
  if (new URL(`http://${headers.host}${url}`).pathname !== url.replace(/[?#].*$/s, '')) return refused(400);
  const route = here.find((each) => each.method === method || (each.method === 'GET' && method === 'HEAD'));
  if (route === undefined) return refused(405, { Allow: here.flatMap(methodsOf).join(', ') });
  const status = refusalOfBody(route, headers, limits);
  return status === null ? { kind: 'admitted', route } : refused(status);
}

/** For whoever followed a link of which a part got lost; undefined where nothing here is like one. */
function cutOffAnswer(routes: readonly Route[], { method, url }: RequestHead): Answer | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  return routes
    .filter((route) => route.body !== 'raw' && route.body !== 'signed')
    .find(({ path, cutOff }) => cutOff !== undefined && url.startsWith(beforeSecret(path)))?.cutOff;
}

function refused(status: number, headers: Readonly<Record<string, string>> = {}): Admission {
  return { kind: 'refused', answer: { status, headers } };
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
function refusalOfBody(route: Route, headers: IncomingHttpHeaders, limits: Limits): 413 | 415 | null {
  const encoding = headers['transfer-encoding'];
  const length = Number(headers['content-length'] ?? 0);
  if (headers['content-encoding'] !== undefined) return 415;
  if (encoding !== undefined && encoding.toLowerCase() !== 'chunked') return 415;
  if (!takes(route, headers['content-type'] ?? '', length > 0 || encoding !== undefined)) return 415;
  return length > (route.body === 'raw' ? limits.uploadBytes : limits.bodyBytes) ? 413 : null;
}

function takes(route: Route, type: string, isSent: boolean): boolean {
  switch (route.body) {
    case 'none':
      return !isSent;
    case 'json':
      return mediaType(type) === JSON_TYPE;
    case 'json-or-none':
      return !isSent || mediaType(type) === JSON_TYPE;
    case 'raw':
      return route.types.includes(type.trim().toLowerCase());
    case 'signed':
      return route.types.includes(mediaType(type));
  }
}
