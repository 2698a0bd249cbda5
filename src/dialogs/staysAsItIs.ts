import { HOME_CARD } from '../cards/homeCard.ts';
import { readCaseId } from '../helpdesk/cases/newCaseId.ts';

/**
 * Whether a card, by the id that its clicks carry, is none of the fix: that of a case, open or closed, or the tab of the
 * bot. It offers the ways out as well, and no click uses it up.
 */
export function staysAsItIs(card: string): boolean {
  return card === HOME_CARD || readCaseId(card) === card;
}
