import type { Texts } from '../../cards/text/en.ts';
import { agentName } from '../../cards/views/requests/agentName.ts';
import type { Case } from '../../helpdesk/cases/case.ts';
import type { CaseWork } from '../../helpdesk/cases/caseWork.ts';

/** What the page is told of a person's case with what it shows: `hears` is who at the helpdesk hears what they type. */
export interface CaseOnPage {
  readonly id: string;
  /** A name; null for the bot. */
  readonly hears: string | null;
}

/** How a case stands for whoever's it is. */
export function caseOnPage(texts: Texts, current: Case): CaseOnPage {
  return { id: current.id, hears: current.hears === 'agent' ? agentName(texts, current) : null };
}

/** Who at the helpdesk got what the person sent in this turn; null where that is nobody. */
export function sentTo(texts: Texts, { current, entries }: CaseWork): string | null {
  if (current?.hears !== 'agent') return null;
  const isSent = entries.some(({ event }) => event.kind === 'message' || event.kind === 'file-in');
  return isSent ? agentName(texts, current) : null;
}
