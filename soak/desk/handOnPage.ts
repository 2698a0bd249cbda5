import { randomUUID } from 'node:crypto';
import { type CourierParts, createCourier } from '../people/courier.ts';
import type { Copies } from '../people/seat.ts';
import type { Hand, HandedIn } from './hand.ts';

/** What somebody at the desk’s page needs. */
export interface PageHandParts {
  readonly name: string;
  readonly token: string;
  readonly origin: () => Promise<string>;
  readonly courier: CourierParts;
  readonly copies: () => Copies;
}

interface Session {
  readonly cookie: string;
  readonly csrf: string;
}

/** Somebody on the page, who signs in when they do something for the first time. */
export function handOnPage({ name, token, origin, courier: parts, copies }: PageHandParts): Hand {
  const courier = createCourier(parts);
  let session: Promise<Session> | null = null;

  const signIn = async (): Promise<Session> => {
    let found: Session | undefined;
    const post = async (signal: AbortSignal) => {
      const to = await origin();
      const response = await postJson(`${to}/desk/open`, { token, name }, { signal });
      const { csrf } = (response.body ?? {}) as { csrf?: string };
      if (csrf) found = { csrf, cookie: response.cookie };
      return { status: response.status, to };
    };
    await courier.deliver(post, { count: 1, spread: 0 });
    if (found === undefined) throw new Error('the desk let somebody in without a session');
    return found;
  };
  const act = async (body: object): Promise<HandedIn> => {
    const began = Date.now();
    session ??= signIn();
    const { cookie, csrf } = await session;
    const id = randomUUID();
    let said: string | null = null;
    const post = async (signal: AbortSignal) => {
      const to = await origin();
      const response = await postJson(`${to}/desk/act`, { id, ...body }, { signal, cookie, csrf });
      said ??= (response.body as { said?: string } | null)?.said ?? null;
      return { status: response.status, to };
    };
    await courier.deliver(post, copies());
    return { began, at: Date.now(), messages: [], said, thread: null };
  };
  const click = (of: string, value: object) => act({ case: of, value: { card: of, case: of, ...value } });

  return {
    name,
    claim: (on) => click(on.case, { verb: 'desk-claim' }),
    reply: (on, text) => act({ case: on.case, text: `reply ${text}` }),
    note: (on, text) => act({ case: on.case, text }),
    solve: (on) => click(on.case, { verb: 'desk-solve', cause: 'other' }),
    settled: courier.settled,
  };
}

interface Posting {
  readonly signal: AbortSignal;
  readonly cookie?: string;
  readonly csrf?: string;
}

async function postJson(url: string, body: object, { signal, cookie = '', csrf = '' }: Posting) {
  const headers = { origin: new URL(url).origin, 'content-type': 'application/json', cookie, 'x-csrf-token': csrf };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal });
  const text = await response.text();
  return {
    status: response.status,
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
    body: text === '' ? null : (JSON.parse(text) as unknown),
  };
}
