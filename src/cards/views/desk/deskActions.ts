import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CaseAction } from '../../caseActions.ts';
import type { CardAction, SubmitAction } from '../../model.ts';
import { caseButton } from '../requests/caseButton.ts';
import type { DeskContext } from './deskContext.ts';

type Form = Extract<CaseAction, { readonly verb: 'desk-form' }>['form'];

/** What the desk can do with a case as it stands now, on its card. */
export function deskActions({ texts }: DeskContext, current: Case): CardAction[] {
  const { actions } = texts.desk;
  const of = { case: current.id };
  const form = (label: string, name: Form): SubmitAction => caseButton(label, { verb: 'desk-form', ...of, form: name });
  // Whoever answers or solves a case that nobody has takes it with that.
  const reply = current.isUnreachable ? [] : [form(actions.reply, 'reply')];
  const solve = form(actions.solve, 'solve');
  const more = form(actions.more, 'more');
  switch (current.status) {
    case 'waiting':
      return [caseButton(actions.claim, { verb: 'desk-claim', ...of }, 'primary'), ...reply, solve, more];
    case 'claimed':
      return [...reply, solve, more];
    case 'solved':
      return [...reply, more];
    case 'closed':
      return [caseButton(actions.reopen, { verb: 'desk-reopen', ...of })];
  }
}
