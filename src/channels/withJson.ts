import type { PageAnswer } from './pageAnswer.ts';

/** The same answer, with this as its body. */
export function withJson(answer: PageAnswer, value: object): PageAnswer {
  const headers = { ...answer.headers, 'Content-Type': 'application/json; charset=utf-8' };
  return { ...answer, headers, body: JSON.stringify(value) };
}
