import type { Agent, Case } from '../../../helpdesk/cases/case.ts';
import type { CaseAction } from '../../caseActions.ts';
import { assertNever, type CardView } from '../../model.ts';
import { inOneLine } from '../requests/agentName.ts';
import { askForm, assignForm, escalateForm, solveForm } from './choosingForms.ts';
import type { DeskContext } from './deskContext.ts';
import { diagnoseForm } from './diagnoseForm.ts';
import { moreForm } from './moreForm.ts';
import { noteForm, replyForm } from './writingForms.ts';

/**
 * The small card for something that takes more than a tap. Nothing ever changes it, so nothing typed in it is lost.
 * `agent`: who opened it; null where nobody else sees it.
 */
export function deskFormView(
  context: DeskContext,
  current: Case,
  form: Extract<CaseAction, { readonly verb: 'desk-form' }>['form'],
  agent: Agent | null,
): CardView {
  const name = agent && inOneLine(agent.name);
  switch (form) {
    case 'more':
      return moreForm(context, current);
    case 'reply':
      return replyForm(context, current, name);
    case 'note':
      return noteForm(context, current, name);
    case 'ask':
      return askForm(context, current);
    case 'assign':
      return assignForm(context, current);
    case 'diagnose':
      return diagnoseForm(context, current);
    case 'solve':
      return solveForm(context, current);
    case 'escalate':
      return escalateForm(context, current);
    default:
      return assertNever(form);
  }
}
