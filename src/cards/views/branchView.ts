import { UNKNOWN } from '../../knowledge/index.ts';
import type { CardView } from '../model.ts';
import { rich } from '../richText.ts';
import { button, standing } from './buttons.ts';
import { askFor, labelFor, wordsOf } from './questionView.ts';
import { beforeStep, instructions, notAdmin, notWindows, type ShownStep, stepMenu } from './stepView.ts';
import type { ViewContext } from './viewContext.ts';

/** A step that asks which way the guide goes on. */
export function branchView(context: ViewContext, shown: ShownStep): CardView {
  const { draft, texts } = context;
  const { step } = shown.planned;
  const branch = step.branch ?? { ask: step.title, askForOther: step.title, options: [] };
  return {
    title: askFor(branch, draft),
    blocks: [
      ...beforeStep(context, shown),
      { kind: 'text', text: rich(step.text) },
      ...instructions(step),
      {
        kind: 'choices',
        label: texts.question.choices,
        choices: branch.options.map((option) => ({
          label: labelFor(option, draft),
          action: { verb: 'branch', option: option.id },
          words: wordsOf(option),
        })),
      },
    ],
    actions: [
      button(texts, 'dontKnow', { verb: 'branch', option: UNKNOWN }),
      ...notWindows(context, shown.planned),
      ...notAdmin(context),
    ],
    standing: standing(texts),
    more: stepMenu(context),
  };
}
