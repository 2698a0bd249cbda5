import { en } from '../../src/cards/text/en.ts';

const SAID = en.trail.again('').trim();

/** Whether a message says that it may be a repeat, as those to people and those at the desk do in the same words. */
export function saysAgain(text: string): boolean {
  return text.includes(SAID);
}
