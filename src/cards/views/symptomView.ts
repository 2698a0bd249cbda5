import { NO_SYMPTOM } from '../../knowledge/index.ts';
import type { CardView, Choice } from '../model.ts';
import type { Texts } from '../text/en.ts';
import { backButton, button, helpButton, standing } from './buttons.ts';
import type { ViewContext } from './viewContext.ts';

/** The symptoms, with their error texts exactly as they appear on screen. */
export function symptomView(context: ViewContext, { number, of }: { number: number; of: number }): CardView {
  const { draft, texts } = context;
  const none = { verb: 'symptom', symptom: NO_SYMPTOM } as const;
  return {
    title: symptomQuestion(context),
    blocks: [
      { kind: 'progress', label: texts.question.progress(number, of), done: number - 1, total: of },
      {
        kind: 'choices',
        label: texts.question.choices,
        choices: [
          ...symptomChoices(context),
          { label: texts.actions.noneOfThese, action: none, exact: texts.words.noneOfThese, words: [] },
        ],
      },
    ],
    actions: [button(texts, 'dontKnow', none)],
    standing: standing(texts),
    more: draft.started ? [backButton(texts), helpButton(texts)] : [helpButton(texts)],
  };
}

/** The question for a symptom, as it is put to this person. */
export function symptomQuestion({ draft, texts }: Pick<ViewContext, 'draft' | 'texts'>): string {
  return draft.audience === 'helper' ? texts.symptom.titleForOther : texts.symptom.title;
}

/** A row for each symptom. */
function symptomChoices({ pack, texts }: ViewContext): Choice[] {
  return pack.symptoms.map((symptom) => ({
    label: symptom.title,
    ...detailOf(symptom.errors, texts),
    action: { verb: 'symptom', symptom: symptom.id },
    // An error text may be that of another program, so within a sentence the pack's own phrases decide.
    exact: [symptom.id, ...symptom.errors],
    words: [],
    phrases: symptom.phrases,
  }));
}

function detailOf(errors: readonly string[], texts: Texts): { detail?: string } {
  return errors.length > 0 ? { detail: texts.symptom.errors(errors) } : {};
}
