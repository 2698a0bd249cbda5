import type { Agent } from '../../../helpdesk/cases/case.ts';
import type { CaseRefusal } from '../../../helpdesk/cases/caseAction.ts';
import type { Texts } from '../../text/en.ts';
import { inOneLine } from './agentName.ts';

/** Why something wasn't done to a case, for somebody at the desk. */
export function refusedText({ requests }: Texts, why: CaseRefusal, holder: Agent | null): string {
  const said = requests.refused[why];
  return typeof said === 'string' ? said : said(holder === null ? requests.someoneElse : inOneLine(holder.name));
}
