import type { CardView } from '../model.ts';
import { plain, rich } from '../richText.ts';
import { button, standing } from './buttons.ts';
import { beforeStep, notAdmin, notWindows, type ShownStep, stepMenu } from './stepView.ts';
import type { ViewContext } from './viewContext.ts';

/** Before a step that destroys something: what is lost, and the way round. */
export function warningView(context: ViewContext, shown: ShownStep): CardView {
  const { texts } = context;
  const { step } = shown.planned;
  return {
    title: texts.step.careful(step.title),
    blocks: [
      ...beforeStep(context, shown),
      { kind: 'notice', tone: 'warning', text: rich(step.warning ?? step.text) },
      { kind: 'text', text: plain(texts.step.wayRound) },
    ],
    actions: [
      button(texts, 'showHow', { verb: 'confirm' }),
      button(texts, 'leaveToHelpdesk', { verb: 'step', outcome: 'left' }),
      ...notWindows(context, shown.planned),
      ...notAdmin(context),
    ],
    standing: standing(texts),
    more: stepMenu(context),
  };
}
