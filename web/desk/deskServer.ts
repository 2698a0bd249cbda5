import { json } from '../jsonRequest.ts';
import type { Credential } from './credential.ts';
import type { Deed, DeskAnswer, DeskMe, ListedCase, ShownCase, Which } from './deskTypes.ts';
import { readAnswer, readCase, readCases, readMe } from './readDesk.ts';
import { type Reply, replyOf } from './reply.ts';

/** An answer that takes longer has got lost on the way. In milliseconds. */
const PATIENCE = 20_000;

/** The desk's server, for whoever is signed in. */
export class DeskServer {
  #csrf = '';

  /** To be sent along with what changes something. */
  get headers(): Readonly<Record<string, string>> {
    return { 'x-csrf-token': this.#csrf };
  }

  async open({ kind, value }: Credential, name: string): Promise<Reply<DeskMe>> {
    return this.#keep(await ask('/desk/open', readMe, json({ [kind]: value, name })));
  }

  async me(): Promise<Reply<DeskMe>> {
    return this.#keep(await ask('/desk/me', readMe));
  }

  leave(): Promise<Reply<true>> {
    return ask('/desk/leave', () => true, this.#signed({}));
  }

  list(which: Which): Promise<Reply<readonly ListedCase[]>> {
    return ask(`/desk/cases?which=${which}`, readCases);
  }

  show(id: string): Promise<Reply<ShownCase>> {
    return ask(`/desk/case?id=${encodeURIComponent(id)}`, readCase);
  }

  /** @param id the same for every attempt: the deed counts once */
  async act(id: string, deed: Deed): Promise<Reply<DeskAnswer>> {
    const reply = await ask('/desk/act', readAnswer, this.#signed({ id, ...deed }));
    // Somebody has signed in anew in another tab, so what we send along is old.
    if (reply.end !== 'forbidden' || (await this.me()).end !== 'done') return reply;
    return ask('/desk/act', readAnswer, this.#signed({ id, ...deed }));
  }

  #signed(body: object): RequestInit {
    const request = json(body);
    return { ...request, headers: { ...request.headers, ...this.headers } };
  }

  #keep(reply: Reply<DeskMe>): Reply<DeskMe> {
    if (reply.end === 'done') this.#csrf = reply.value.csrf;
    return reply;
  }
}

type Read<Value> = (said: unknown) => Value | null;

async function ask<Value>(path: string, read: Read<Value>, init: RequestInit = {}): Promise<Reply<Value>> {
  const common = { credentials: 'same-origin', cache: 'no-store' } as const;
  try {
    const response = await fetch(path, { ...init, ...common, signal: AbortSignal.timeout(PATIENCE) });
    const seconds = Number(response.headers.get('retry-after'));
    if (!response.ok) return replyOf(response.status, seconds > 0 ? seconds * 1000 : null);
    const body = await response.text();
    const value = read(body === '' ? null : JSON.parse(body));
    return value === null ? { end: 'refused' } : { end: 'done', value };
  } catch {
    return { end: 'again', why: 'lost', after: null };
  }
}
