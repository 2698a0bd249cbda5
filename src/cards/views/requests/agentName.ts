import type { Case } from '../../../helpdesk/cases/case.ts';
import { shownLine } from '../../shownText.ts';
import type { Texts } from '../../text/en.ts';

/** Longest name that is said in a sentence, in characters. */
const NAME_LIMIT = 60;

/** Whoever has a case, in one line; “The helpdesk” while that is nobody. */
export function agentName({ requests }: Texts, { claim }: Pick<Case, 'claim'>): string {
  return claim === null ? requests.someone : inOneLine(claim.by.name);
}

/** A name as it is said in a sentence: nothing in it can pass for the line after it. */
export function inOneLine(name: string): string {
  return shownLine(name, NAME_LIMIT);
}
