import type { Case, Ending } from './case.ts';

/**
 * How a case ends by the person's being in, without an answer to "Are you in?". After the desk has said that it is
 * solved, it is a Yes: the cause that they named stays the true one.
 */
export function howSolved({ status }: Pick<Case, 'status'>): Ending {
  return status === 'solved' ? 'confirmed' : 'self-solved';
}
