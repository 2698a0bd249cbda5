import type { CardView } from '../model.ts';
import { plain } from '../richText.ts';
import { helpButton, primary, standing } from './buttons.ts';
import type { ViewContext } from './viewContext.ts';

/** Said after *cancel*: what was not done, and the way back. */
export function cancelledView({ texts, desk }: ViewContext): CardView {
  const live = desk?.live;
  return {
    title: texts.cancelled.title,
    blocks: [{ kind: 'text', text: plain(live ? texts.cancelled.withCase(live.id) : texts.cancelled.text) }],
    actions: [primary(texts, 'start', { verb: 'start' })],
    standing: standing(texts),
    more: [helpButton(texts)],
  };
}
