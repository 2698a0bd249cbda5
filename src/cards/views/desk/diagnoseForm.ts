import type { Case } from '../../../helpdesk/cases/case.ts';
import { NO_SYMPTOM, SYMPTOM, UNKNOWN } from '../../../knowledge/index.ts';
import type { CardView, PickBlock } from '../../model.ts';
import { plain } from '../../richText.ts';
import { caseButton } from '../requests/caseButton.ts';
import { caseDraft } from './caseDraft.ts';
import type { DeskContext } from './deskContext.ts';
import { formView } from './formView.ts';

/** *Diagnose*: the bot's own questions at once, with the case's answers filled in. */
export function diagnoseForm(context: DeskContext, current: Case): CardView {
  const { forms, actions } = context.texts.desk;
  const picks = [...questionPicks(context, current), symptomPick(context, current)];
  const taken = Object.fromEntries(picks.map(({ id }) => [id, '']));
  return formView(context, current, {
    title: forms.diagnose,
    blocks: [{ kind: 'text', text: plain(forms.diagnoseNote) }, ...picks],
    actions: [caseButton(actions.showDiagnosis, { verb: 'desk-diagnose', case: current.id, ...taken }, 'primary')],
  });
}

/** What a question's field is called in a click. */
function fieldOf(question: string): string {
  return `q-${question}`;
}

/** Put as to somebody who helps: it is the agent who answers, for the person. */
function questionPicks({ pack, texts }: DeskContext, current: Case): PickBlock[] {
  const { answers } = caseDraft(pack, current);
  return pack.questions.map(({ id, askForOther, options }) => ({
    kind: 'pick',
    id: fieldOf(id),
    label: askForOther,
    options: [
      ...options.map((option) => ({ label: option.labelForOther ?? option.label, value: option.id })),
      { label: texts.actions.dontKnow, value: UNKNOWN },
    ],
    ...chosen(answers[id]),
  }));
}

function symptomPick({ pack, texts }: DeskContext, current: Case): PickBlock {
  const { symptom } = caseDraft(pack, current);
  return {
    kind: 'pick',
    id: fieldOf(SYMPTOM),
    label: texts.symptom.titleForOther,
    options: [
      ...pack.symptoms.map(({ id, title }) => ({ label: title, value: id })),
      { label: texts.actions.noneOfThese, value: NO_SYMPTOM },
    ],
    ...chosen(symptom),
  };
}

function chosen(value: string | undefined): { value?: string } {
  return value === undefined ? {} : { value };
}
