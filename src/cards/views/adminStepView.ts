import type { CardView } from '../model.ts';
import { plain, rich } from '../richText.ts';
import { button, primary, standing } from './buttons.ts';
import { beforeStep, guideNote, type ShownStep, stepMenu } from './stepView.ts';
import type { ViewContext } from './viewContext.ts';

/** A step that only an admin can do, told to somebody who isn't one: never as a task. */
export function adminStepView(context: ViewContext, shown: ShownStep): CardView {
  const { texts } = context;
  const { step } = shown.planned;
  return {
    title: texts.step.adminTitle(step.title),
    blocks: [
      ...beforeStep(context, shown),
      { kind: 'text', text: rich(step.forPerson ?? step.text) },
      ...guideNote(shown),
      { kind: 'text', tone: 'quiet', text: plain(texts.step.adminNothing) },
    ],
    actions: [
      primary(texts, 'next', { verb: 'step', outcome: 'left' }),
      button(texts, 'iAmAdmin', { verb: 'audience', audience: 'admin' }),
    ],
    standing: standing(texts),
    more: stepMenu(context),
  };
}
