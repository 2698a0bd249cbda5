import { Agent, request } from 'undici';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** The cookie that was set, as it is sent back; '' when none was. */
  readonly cookie: string;
}

/** A line to a server on this machine, kept open. */
export interface Line {
  post(url: string, body: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends a file as it is. */
  upload(url: string, file: Uint8Array, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): Promise<void>;
}

/** Longer than any turn, in milliseconds. */
const SILENCE_MS = 30_000;

/** No call made yet. */
export function createLine(): Line {
  const dispatcher = new Agent({ connections: 16, headersTimeout: SILENCE_MS, bodyTimeout: SILENCE_MS });
  return {
    async post(url, body, headers = {}) {
      const own = { 'content-type': 'application/json', origin: new URL(url).origin };
      const all = { ...own, ...headers };
      return answerOf(await request(url, { dispatcher, method: 'POST', headers: all, body: JSON.stringify(body) }));
    },
    async upload(url, file, headers = {}) {
      const own = { 'content-type': 'application/octet-stream', origin: new URL(url).origin };
      return answerOf(await request(url, { dispatcher, method: 'POST', headers: { ...own, ...headers }, body: file }));
    },
    get: async (url, headers = {}) => answerOf(await request(url, { dispatcher, headers: { ...headers } })),
    close: () => dispatcher.close(),
  };
}

async function answerOf({ statusCode, headers, body }: Awaited<ReturnType<typeof request>>): Promise<Answer> {
  const text = await body.text();
  const set = headers['set-cookie'];
  const [cookie = ''] = (typeof set === 'string' ? set : (set?.[0] ?? '')).split(';');
  return { status: statusCode, cookie, body: text.startsWith('{') ? JSON.parse(text) : null };
}
