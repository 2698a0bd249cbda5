import { shownLine } from '../shownText.ts';
import { LIMITS } from './limits.ts';

/** What names something on a card, in one line: read as it is, but for date functions, whose two braces are put apart. */
export function nameText(text: string, limit: number = LIMITS.name): string {
  return shownLine(text, Math.min(limit, LIMITS.name)).replace(/\{(?=\{)/g, '{ ');
}
