import type { CardView } from '../model.ts';
import { answersGiven } from './answersGiven.ts';
import { button, helpButton, standing } from './buttons.ts';
import type { ViewContext } from './viewContext.ts';

/** Every answer with a row to change it. */
export function changeView(context: ViewContext): CardView {
  const { texts } = context;
  return {
    title: texts.change.title,
    blocks: [
      {
        kind: 'choices',
        label: texts.question.choices,
        choices: answersGiven(context).map(({ id, ask, answer, short }) => ({
          label: ask,
          detail: texts.change.now(answer),
          action: { verb: 'change', question: id },
          words: [id, short],
        })),
      },
    ],
    actions: [button(texts, 'keepAnswers', { verb: 'back' })],
    standing: standing(texts),
    more: [helpButton(texts)],
  };
}
