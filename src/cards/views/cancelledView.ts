import type { CardView } from '../model.ts';
import { plain } from '../richText.ts';
import { helpButton, primary, standing } from './buttons.ts';
import type { ViewContext } from './viewContext.ts';

/** Said after *cancel*: what was not done, and the way back. */
export function cancelledView({ texts }: ViewContext): CardView {
  return {
    title: texts.cancelled.title,
    blocks: [{ kind: 'text', text: plain(texts.cancelled.text) }],
    actions: [primary(texts, 'start', { verb: 'start' })],
    standing: standing(texts),
    more: [helpButton(texts)],
  };
}
