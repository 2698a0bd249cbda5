import { createHash } from 'node:crypto';
import type { HandOver } from '../../helpdesk/cases/handOver.ts';
import { maskSecrets } from '../../helpdesk/cases/maskSecrets.ts';

/** So many are remembered; the oldest goes first. */
const REMEMBERED = 20;

/** Remembers by a hash that this stood in the field. */
export function rememberText(handOver: HandOver, text: string): HandOver {
  if (text === '') return handOver;
  const others = (handOver.former ?? []).filter((each) => each !== hashOf(text));
  return { ...handOver, former: [...others, hashOf(text)].slice(-REMEMBERED) };
}

/** Whether it did, as far as that is remembered. */
export function isFormerText({ former = [] }: HandOver, text: string): boolean {
  return former.includes(hashOf(text));
}

/** Of the text without its secrets, whether or not they were given back: a short one could be guessed from the hash. */
function hashOf(text: string): string {
  return createHash('sha256').update(maskSecrets(text).text).digest('base64url').slice(0, 22);
}
