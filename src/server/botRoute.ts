import type { Route } from './route.ts';

/** A call of the Bot Framework, as far as its channel wants to know it. */
export interface BotRequest {
  /** A JSON object. */
  readonly body: unknown;
  readonly authorization: string | undefined;
  readonly remoteAddress: string;
  /** Whether it has come through a proxy, by its headers. */
  readonly forwarded: boolean;
}

/** Answers a call of the Bot Framework. The body, if any, is sent as JSON. */
export type BotHandler = (request: BotRequest) => Promise<{ readonly status: number; readonly body?: unknown }>;

/** `/api/messages`, where Teams delivers. */
export function botRoute(handle: BotHandler): Route {
  return {
    method: 'POST',
    path: '/api/messages',
    body: 'json',
    answer: async ({ body, header, remoteAddress, forwarded }) => {
      const given = await handle({ body, authorization: header('authorization'), remoteAddress, forwarded });
      if (given.body === undefined) return { status: given.status };
      const headers = { 'Content-Type': 'application/json; charset=utf-8' };
      return { status: given.status, headers, body: JSON.stringify(given.body) };
    },
  };
}
