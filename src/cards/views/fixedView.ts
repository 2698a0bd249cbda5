import { guideById } from '../../knowledge/index.ts';
import type { CardView } from '../model.ts';
import { plain, rich } from '../richText.ts';
import { backButton, button, helpButton, standing } from './buttons.ts';
import type { ViewContext } from './viewContext.ts';

/** The good end: what fixed it. */
export function fixedView(context: ViewContext, { by }: { by: string | null }): CardView {
  const { texts } = context;
  const title = by === null ? null : stepTitle(context, by);
  return {
    title: texts.fixed.title,
    blocks: [
      {
        kind: 'notice',
        tone: 'success',
        text: title === null ? plain(texts.fixed.byWayIn) : rich(texts.fixed.by(title)),
      },
      { kind: 'text', text: plain(texts.fixed.next) },
    ],
    actions: [button(texts, 'somethingElse', { verb: 'restart' })],
    standing: standing(texts),
    more: [backButton(texts), helpButton(texts)],
  };
}

function stepTitle({ pack }: ViewContext, key: string): string {
  const [guide = '', step = ''] = key.split('/');
  return guideById(pack, guide).steps.find((each) => each.id === step)?.title ?? step;
}
