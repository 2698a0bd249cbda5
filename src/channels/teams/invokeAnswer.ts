import type { InvokeResponse } from 'botbuilder';

/** What the channel's request is answered with. */
export interface TeamsAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/**
 * The answer to a request whose turn is done. An invoke that nobody took (the SDK says 501) is answered as if it had
 * been taken: the person would read any other answer as "something went wrong", with nothing to be done about it.
 */
export function invokeAnswer(response: InvokeResponse | undefined): TeamsAnswer {
  if (response === undefined || response.status === 501) return { status: 200 };
  return response.body === undefined ? { status: response.status } : { status: response.status, body: response.body };
}
