import { MASK } from '../../helpdesk/cases/maskSecrets.ts';
import type { Secret } from './unmasked.ts';

/** A text with its secrets in their places, and which of them that were. */
export interface PutBack {
  readonly text: string;
  readonly used: readonly Secret[];
}

/**
 * Puts masked secrets back where they stood: each into the first mask that has before it what stood before it. A mask
 * that was nobody's stays, and so does all that was written around them since.
 */
export function putBack(text: string, secrets: readonly Secret[]): PutBack {
  const left = [...secrets];
  const used: Secret[] = [];
  const restored = text.replaceAll(MASK, (mask: string, at: number) => {
    const before = text.slice(0, at);
    const found = left
      .filter((each) => before.endsWith(each.before))
      .reduce<Secret | null>((best, each) => (best && best.before.length >= each.before.length ? best : each), null);
    if (found === null) return mask;
    left.splice(left.indexOf(found), 1);
    used.push(found);
    return found.value;
  });
  return { text: restored, used };
}
