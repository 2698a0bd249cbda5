import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CaseAction } from '../../caseActions.ts';
import type { CardView, Choice } from '../../model.ts';
import type { DeskContext } from './deskContext.ts';
import { formView } from './formView.ts';

/** What the card has no button for, in the order of the rows. */
const DEEDS = ['assign', 'ask', 'note', 'calling', 'release', 'diagnose', 'escalate', 'reopen'] as const;
type Deed = (typeof DEEDS)[number];

/** *More…*: what else can be done with a case as it stands now, a row each with what it does. */
export function moreForm(context: DeskContext, current: Case): CardView {
  const { forms } = context.texts.desk;
  const can = context.rulings.agentChoices(current);
  const choices = DEEDS.filter((deed) => can.includes(deed)).map((deed) => row(context, current, deed));
  return formView(context, current, { title: forms.more, blocks: [{ kind: 'choices', label: forms.tap, choices }] });
}

function row({ texts }: DeskContext, { id }: Case, deed: Deed): Choice {
  const { actions, forms } = texts.desk;
  return { label: actions[deed], detail: forms.details[deed], action: actionOf(id, deed), words: [] };
}

function actionOf(id: string, deed: Deed): CaseAction {
  switch (deed) {
    case 'calling':
      return { verb: 'desk-calling', case: id };
    case 'release':
      return { verb: 'desk-release', case: id };
    case 'reopen':
      return { verb: 'desk-reopen', case: id };
    case 'assign':
    case 'ask':
    case 'note':
    case 'diagnose':
    case 'escalate':
      return { verb: 'desk-form', case: id, form: deed };
  }
}
