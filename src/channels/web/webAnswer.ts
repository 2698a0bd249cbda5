import type { WebAnswer } from './webRequest.ts';

/** An answer without a body, which nobody may keep. */
export function webAnswer(status: number, headers: Readonly<Record<string, string>> = {}): WebAnswer {
  return { status, headers: { 'Cache-Control': 'no-store', ...headers } };
}
