import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** One call, as it came and as it ended. */
export interface SlackCall {
  /** A method of the Web API, or `respond`, `upload` (the bytes of a file), `file` (a download); `unknown` for others. */
  readonly method: string;
  /** As on the wire. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The arguments as plain objects, whichever way they were encoded; without the token. */
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into it, and chai says where it isn't what they expect
  readonly body: any;
  /** The bytes of an upload, as they came. */
  readonly bytes: Buffer;
  /** '' where the call names none. */
  readonly channel: string;
  /** Of the message that was posted or changed; '' where there is none, or it failed. */
  readonly ts: string;
  /** The HTTP status; 0 while, or because, nothing is answered. */
  readonly status: number;
  /** Slack's word for what went wrong; '' where nothing did. */
  readonly error: string;
}

/** What is known of a call before anything is done about it. */
export type SlackRequest = Omit<SlackCall, 'ts' | 'status' | 'error'> & { readonly token: string };

/** Arguments that a form carries as JSON; the others are texts, flags or numbers. */
const JSON_ARGUMENTS = new Set(['blocks', 'attachments', 'metadata', 'view', 'files']);
const FLAGS = new Set([
  ...['link_names', 'unfurl_links', 'unfurl_media', 'mrkdwn', 'as_user', 'reply_broadcast'],
  ...['include_all_metadata', 'inclusive', 'return_im', 'include_locale'],
]);
const NUMBERS = new Set(['limit', 'length']);

/** Reads a request to its end. */
export async function readSlackCall(request: IncomingMessage): Promise<SlackRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const { url: path = '', headers } = request;
  const method = methodOf(path);
  const { token: inBody, ...body } = method === 'upload' ? {} : argumentsIn(bytes, headers['content-type'] ?? '');
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  const channel = String(body['channel'] ?? body['channel_id'] ?? '');
  return { method, path, headers, body, bytes, channel, token: bearer ?? String(inBody ?? '') };
}

function methodOf(path: string): string {
  const [, first = '', second = ''] = path.split('?')[0]?.split('/') ?? [];
  const others: Readonly<Record<string, string>> = { response: 'respond', upload: 'upload', files: 'file' };
  return first === 'api' ? second : (others[first] ?? 'unknown');
}

function argumentsIn(bytes: Buffer, contentType: string): Record<string, unknown> {
  const text = bytes.toString('utf8');
  if (text === '') return {};
  if (contentType.startsWith('application/json')) return JSON.parse(text);
  return Object.fromEntries([...new URLSearchParams(text)].map(([key, value]) => [key, decoded(key, value)]));
}

function decoded(key: string, value: string): unknown {
  if (JSON_ARGUMENTS.has(key)) return JSON.parse(value);
  if (FLAGS.has(key)) return value === 'true' || value === '1';
  return NUMBERS.has(key) ? Number(value) : value;
}
