import { randomUUID } from 'node:crypto';
import { type CourierParts, createCourier } from './courier.ts';
import type { Copies, Message, Seat } from './seat.ts';
import { openPage, type Page, type PageParts } from './webPage.ts';

/** What somebody on the page needs. Their requests and their stream may go to different processes. */
export interface WebSeatParts extends Omit<PageParts, 'cookie'> {
  readonly origin: () => Promise<string>;
  readonly courier: CourierParts;
}

/** A page, and its key. */
export interface WebSeat extends Seat {
  /** As it is sent; empty before the page was opened. */
  cookie(): string;
  /** Rows that the page has. */
  rows(): number;
}

const ONCE: Copies = { count: 1, spread: 0, renamed: false };

/** Somebody on the web page. The cards come by the event stream alone, also the answers to their own messages. */
export function webSeat(parts: WebSeatParts): WebSeat {
  const { origin } = parts;
  const courier = createCourier(parts.courier);
  let cookie = '';
  let page: Page | undefined;
  const post = (path: string, body: object) => async (signal: AbortSignal) => {
    const to = await origin();
    const response = await postJson(to + path, body, { cookie, signal });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return { status: response.status, to };
  };
  const session = () => cookie.split('=')[1] ?? '';

  return {
    get name() {
      return `web::${session()}`;
    },
    async arrive() {
      await courier.deliver(post('/web/open', {}), ONCE);
      page ??= openPage({ ...parts, cookie: () => cookie });
      return [];
    },
    async send(messages, copies) {
      page?.owe(0);
      const sent = messages.map(async (message) => {
        const id = randomUUID();
        await courier.deliver(post('/web/messages', { id, ...bodyOf(message) }), copies);
        return `web::${session()}:${id}`;
      });
      const names = await Promise.all(sent);
      page?.owe(messages.length);
      return names;
    },
    news: async () => page?.news() ?? [],
    hasNews: async (within) => page?.hasNews(within) ?? false,
    settled: courier.settled,
    leave: () => page?.close(),
    cookie: () => cookie,
    rows: () => page?.rows() ?? 0,
  };
}

async function postJson(
  url: string,
  body: object,
  { cookie, signal }: { cookie: string; signal: AbortSignal },
): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { origin: new URL(url).origin, cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  await response.arrayBuffer();
  return response;
}

function bodyOf(message: Message): object {
  return 'text' in message ? { text: message.text } : { value: message.value, replyTo: message.on };
}
