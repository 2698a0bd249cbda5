import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CaseAction } from '../../caseActions.ts';
import type { CardView, Choice } from '../../model.ts';
import type { DeskContext } from './deskContext.ts';
import { formView } from './formView.ts';

type Deed = 'assign' | 'ask' | 'note' | 'calling' | 'release' | 'diagnose' | 'escalate' | 'reopen';

/** *More…*: what else can be done with a case as it stands now, a row each with what it does. */
export function moreForm(context: DeskContext, current: Case): CardView {
  const { forms } = context.texts.desk;
  const choices = deedsFor(context, current).map((deed) => row(context, current, deed));
  return formView(context, current, { title: forms.more, blocks: [{ kind: 'choices', label: forms.tap, choices }] });
}

function deedsFor({ hasNextLine }: DeskContext, { status, line, isUnreachable, handingOver }: Case): Deed[] {
  const ask: Deed[] = isUnreachable ? [] : ['ask'];
  const calling: Deed[] = isUnreachable ? [] : ['calling'];
  const escalate: Deed[] = hasNextLine && line === 'first' && !handingOver ? ['escalate'] : [];
  switch (status) {
    case 'waiting':
      return ['assign', ...ask, 'note', 'diagnose', ...escalate];
    case 'claimed':
      return ['assign', ...ask, 'note', ...calling, 'release', 'diagnose', ...escalate];
    case 'solved':
      return [...ask, 'note', ...calling, 'diagnose', ...escalate, 'reopen'];
    case 'closed':
      return ['note', 'reopen'];
  }
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
