import { createHash } from 'node:crypto';
import type { HandOver } from '../../helpdesk/cases/handOver.ts';

/** So many are remembered; the oldest goes first. */
const REMEMBERED = 20;

/** Remembers that this stood in the field, and none of its words. */
export function rememberText(handOver: HandOver, text: string): HandOver {
  if (text === '') return handOver;
  const others = (handOver.former ?? []).filter((each) => each !== hashOf(text));
  return { ...handOver, former: [...others, hashOf(text)].slice(-REMEMBERED) };
}

/** Whether it did, as far as that is remembered. */
export function isFormerText({ former = [] }: HandOver, text: string): boolean {
  return former.includes(hashOf(text));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
