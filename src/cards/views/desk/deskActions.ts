import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CaseAction } from '../../caseActions.ts';
import type { CardAction, SubmitAction } from '../../model.ts';
import { caseButton } from '../requests/caseButton.ts';
import type { DeskContext } from './deskContext.ts';

type Form = Extract<CaseAction, { readonly verb: 'desk-form' }>['form'];

/** What the desk can do with a case as it stands now, on its card. */
export function deskActions({ texts, rulings }: DeskContext, current: Case): CardAction[] {
  const { actions } = texts.desk;
  const of = { case: current.id };
  const form = (label: string, name: Form): SubmitAction => caseButton(label, { verb: 'desk-form', ...of, form: name });
  const more = form(actions.more, 'more');
  if (current.status === 'closed') return [caseButton(actions.reopen, { verb: 'desk-reopen', ...of }), more];
  const can = rulings.agentChoices(current);
  return [
    ...(can.includes('claim') ? [caseButton(actions.claim, { verb: 'desk-claim', ...of }, 'primary')] : []),
    // Whoever answers or solves a case that nobody has takes it with that.
    ...(can.includes('reply') ? [form(actions.reply, 'reply')] : []),
    ...(can.includes('solve') ? [form(actions.solve, 'solve')] : []),
    more,
  ];
}
