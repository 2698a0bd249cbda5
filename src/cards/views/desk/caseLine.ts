import type { Case } from '../../../helpdesk/cases/case.ts';
import { shownLine } from '../../shownText.ts';
import { caseSubject } from '../caseSubject.ts';
import type { CaseContext } from '../requests/caseContext.ts';
import { personLine } from './personLine.ts';
import { stateWords } from './stateWords.ts';
import { urgencyWords } from './urgencyWords.ts';

/** A case as a line of a list. All texts are ready to be shown, as text. */
export interface CaseLine {
  readonly id: string;
  readonly revision: number;
  /** What it is about. */
  readonly title: string;
  readonly who: string;
  readonly status: Case['status'];
  /** Where it stands, and who has it. */
  readonly state: string;
  /** Why it is urgent; null where it isn't. */
  readonly urgency: string | null;
}

/** Longest of one text in a line, in characters. */
const LIMIT = 200;

/** Draws it. */
export function caseLine(context: CaseContext, current: Case): CaseLine {
  const { id, revision, status } = current;
  return {
    id,
    revision,
    status,
    title: shownLine(caseSubject(context, current), LIMIT),
    who: shownLine(personLine(context.texts, current), LIMIT),
    state: shownLine(stateWords(context, current), LIMIT),
    urgency: urgencyWords(context, current),
  };
}
