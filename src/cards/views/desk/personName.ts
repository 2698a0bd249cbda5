import type { Case } from '../../../helpdesk/cases/case.ts';
import type { Texts } from '../../text/en.ts';
import { inOneLine } from '../requests/agentName.ts';

/** Whom a case is for, in one line; a guest may have given no name. */
export function personName({ desk }: Texts, { requester }: Pick<Case, 'requester'>): string {
  const { name, isGuest } = requester;
  if (name !== null && name.trim() !== '') return inOneLine(name);
  return isGuest ? desk.nameless.guest : desk.nameless.other;
}
