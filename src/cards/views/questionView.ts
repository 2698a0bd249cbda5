import type { Draft, Option, Question } from '../../knowledge/index.ts';
import { UNKNOWN } from '../../knowledge/index.ts';
import type { CardView, Choice } from '../model.ts';
import { backButton, button, helpButton, standing } from './buttons.ts';
import type { ViewContext } from './viewContext.ts';

/** One scoping question: a row for each option. */
export function questionView(
  context: ViewContext,
  { question, number, of }: { question: Question; number: number; of: number },
): CardView {
  const { draft, texts } = context;
  return {
    title: askFor(question, draft),
    blocks: [
      { kind: 'progress', label: texts.question.progress(number, of), done: number - 1, total: of },
      {
        kind: 'choices',
        label: texts.question.choices,
        choices: question.options.map((option) => answerChoice(context, question, option)),
      },
    ],
    actions: [button(texts, 'dontKnow', { verb: 'answer', question: question.id, option: UNKNOWN })],
    standing: standing(texts),
    more: [backButton(texts), helpButton(texts)],
  };
}

/** An option of a question, as a row or as something that is typed. */
export function answerChoice({ draft }: ViewContext, question: Question, option: Option): Choice {
  return {
    label: labelFor(option, draft),
    action: { verb: 'answer', question: question.id, option: option.id },
    words: wordsOf(option),
  };
}

/** The question as it is put to this person, or to somebody who helps another. */
export function askFor(question: { ask: string; askForOther: string }, draft: Draft): string {
  return draft.audience === 'helper' ? question.askForOther : question.ask;
}

/** The option as this person would say it. */
export function labelFor(option: Option, draft: Draft): string {
  return draft.audience === 'helper' ? (option.labelForOther ?? option.label) : option.label;
}

/** What may be typed for an option besides its label. */
export function wordsOf(option: Option): string[] {
  return [option.id, option.short, option.label, ...option.synonyms];
}
