import type { Contradiction } from '../../knowledge/index.ts';
import type { CardView } from '../model.ts';
import { plain } from '../richText.ts';
import { answersGiven } from './answersGiven.ts';
import { backButton, helpButton, standing } from './buttons.ts';
import { answerChoice } from './questionView.ts';
import type { ViewContext } from './viewContext.ts';

/** Says which answers can't hold together and asks which one to change. */
export function contradictionView(context: ViewContext, contradiction: Contradiction): CardView {
  const { texts } = context;
  const involved = answersGiven(context).filter((answer) => answer.id in contradiction.when);
  return {
    title: texts.contradiction.title,
    blocks: [
      { kind: 'text', text: plain(contradiction.because) },
      {
        kind: 'choices',
        label: texts.contradiction.ask,
        choices: involved.map(({ id, ask, answer, short }) => ({
          label: ask,
          detail: texts.contradiction.said(answer),
          action: { verb: 'change', question: id },
          words: [id, short],
        })),
      },
    ],
    actions: [],
    // A right answer may be given at once; the wrong ones would only lead back here.
    typed: context.pack.questions
      .filter(({ id }) => id in contradiction.when)
      .flatMap((question) =>
        question.options
          .filter((option) => option.id !== contradiction.when[question.id])
          .map((option) => answerChoice(context, question, option)),
      ),
    standing: standing(texts),
    more: [backButton(texts), helpButton(texts)],
  };
}
