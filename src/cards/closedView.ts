import type { CardView } from './model.ts';
import { RENDERER_TEXTS } from './rendererTexts.ts';
import { plain } from './richText.ts';

/** A card after a click: what it asked and what was chosen, with nothing left to click. */
export function closedView(view: CardView, chosen: string): CardView {
  const text = [...plain(RENDERER_TEXTS.youChose), ...plain(chosen)];
  return { title: view.title, blocks: [{ kind: 'text', text, tone: 'quiet' }], actions: [], standing: [], more: [] };
}
