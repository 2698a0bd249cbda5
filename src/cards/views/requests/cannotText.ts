import type { CaseRefusal } from '../../../helpdesk/cases/caseAction.ts';
import type { Texts } from '../../text/en.ts';

/** Why something wasn't done to a case, for the person whose it is. */
export function cannotText({ requests }: Texts, why: CaseRefusal): string {
  const said: Readonly<Partial<Record<CaseRefusal, string>>> = requests.cannot;
  return said[why] ?? requests.cannot['no-change'];
}
