import type { IncomingMessage, ServerResponse } from 'node:http';
import { type FakeSlackState, isRefused, runSlackMethod } from './fakeSlackApi.ts';
import type { SlackRequest } from './fakeSlackCall.ts';
import { messageFaults } from './fakeSlackChecks.ts';
import { scopeOf } from './fakeSlackScopes.ts';
import { WORKSPACE } from './slackWorkspace.ts';

/** What the next call gets instead of success. */
export interface SlackFault {
  /** Only calls of this method; default: any. */
  readonly on?: string;
  /** Only calls about this channel; default: any. */
  readonly in?: string;
  /**
   * An HTTP status, a connection that is dropped, one that is never answered, Slack's own word for what is wrong, or what
   * is answered instead: then nothing is done. `lost`: it is done, and the connection is dropped instead of an answer.
   */
  readonly answer: number | 'reset' | 'silence' | 'lost' | { readonly error: string } | SlackSaid | SlackRaw;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer as it is, with status 200 if none is given. */
export interface SlackSaid {
  readonly status?: number;
  readonly body: object;
}

/** Whatever else a server may do. */
export interface SlackRaw {
  readonly raw: (response: ServerResponse) => void;
}

/** What goes back, and what of it the ledger notes. */
export interface SlackOutcome {
  readonly status: number;
  readonly type: string;
  readonly content: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly ts: string;
  readonly error: string;
  /** Nothing goes back, and the connection stays or is dropped. */
  readonly silence?: 'kept' | 'dropped';
  /** Sends it in its own way. */
  readonly raw?: SlackRaw['raw'];
}

/** How often, and for how many milliseconds, one address works. Source: docs.slack.dev, "Handling user interaction". */
const RESPONSES = 5;
const ADDRESS_LIVES = 30 * 60_000;

const JSON_TYPE = 'application/json; charset=utf-8';
const LOGIN = '<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body>Sign in to Contoso</body></html>';

/** Whether the fault is for this call. */
export function isForCall({ on, in: channel }: SlackFault, call: SlackRequest): boolean {
  return (on === undefined || on === call.method) && (channel === undefined || channel === call.channel);
}

/** Does what a call asks for, unless a fault keeps it from that. */
export async function runSlackCall(
  call: SlackRequest,
  fault: SlackFault | undefined,
  state: FakeSlackState,
): Promise<SlackOutcome> {
  if (fault === undefined) return run(call, state);
  const { answer, headers = {} } = fault;
  if (answer === 'lost') return { ...(await run(call, state)), status: 0, silence: 'dropped' };
  if (answer === 'reset') return { ...said(0, {}), silence: 'dropped' };
  if (answer === 'silence') return { ...said(0, {}), silence: 'kept' };
  if (typeof answer === 'object') return { ...scripted(answer), headers };
  const error = answer === 429 ? 'ratelimited' : 'scripted_by_the_test';
  return { ...said(answer, { ok: false, error }), headers, error };
}

function scripted(answer: Extract<SlackFault['answer'], object>): SlackOutcome {
  if ('raw' in answer) return { ...said(200, {}), raw: answer.raw };
  if ('body' in answer) return said(answer.status ?? 200, answer.body);
  return { ...said(200, { ok: false, ...answer }), error: answer.error };
}

/** Sends it; gives the status, 0 where nothing was answered. */
export function sendSlackOutcome(outcome: SlackOutcome, request: IncomingMessage, response: ServerResponse): number {
  const { status, type, content, headers, silence, raw } = outcome;
  if (raw !== undefined) {
    raw(response);
    return status;
  }
  if (silence === 'dropped') request.socket.destroy();
  if (silence !== undefined) return 0;
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(content);
  return status;
}

function said(status: number, body: object): SlackOutcome {
  return { status, type: JSON_TYPE, content: JSON.stringify(body), ts: '', error: '' };
}

function refused(status: number, error: string): SlackOutcome {
  return { ...said(status, { ok: false, error }), error };
}

async function run(call: SlackRequest, state: FakeSlackState): Promise<SlackOutcome> {
  switch (call.method) {
    case 'respond':
      return respond(call, state);
    case 'upload':
      return upload(call, state);
    case 'file':
      return download(call, state);
    case 'unknown':
      return { ...said(404, {}), error: 'not_found' };
    default: {
      const { error = '', ...answer } = runSlackMethod(call, state);
      const body = error === '' ? { ok: true, ...answer } : { ok: false, error, ...answer };
      return { ...said(200, body), ts: answer.ts ?? '', error };
    }
  }
}

function respond({ path, body }: SlackRequest, state: FakeSlackState): SlackOutcome {
  if (state.ages.isOlder(path.slice(1), ADDRESS_LIVES)) return refused(404, 'expired_url');
  const used = (state.responses.get(path) ?? 0) + 1;
  state.responses.set(path, used);
  if (used > RESPONSES) return refused(404, 'used_url');
  const isDeletion = body.delete_original === true;
  const isWrong = !isDeletion && isRefused('respond', messageFaults(body, state.mentions), state);
  if (isWrong) return refused(400, 'invalid_blocks');
  return { ...said(200, {}), type: 'text/plain', content: 'ok' };
}

async function upload({ path, bytes, headers }: SlackRequest, { files }: FakeSlackState): Promise<SlackOutcome> {
  const id = path.split('/').at(-1) ?? '';
  const isWhole = await files.take(id, bytes, headers['content-type'] ?? '');
  return { ...said(isWhole ? 200 : 400, {}), type: 'text/plain', content: isWhole ? `OK - ${bytes.length}` : 'wrong' };
}

function download(call: SlackRequest, { files, scopes }: FakeSlackState): SlackOutcome {
  const { path, token } = call;
  const file = files.served.get(path);
  if (!file) return { ...said(404, {}), error: 'not_found' };
  const login = { type: 'text/html; charset=utf-8', content: LOGIN };
  if (token !== WORKSPACE.botToken) return { ...said(403, {}), ...login, error: 'not_authed' };
  if (!scopes.has(scopeOf(call))) return { ...said(200, {}), ...login, error: 'missing_scope' };
  return { ...said(200, {}), ...(file.answers === 'login' ? login : { type: file.type, content: file.bytes }) };
}
