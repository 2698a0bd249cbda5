import type { CardView, RichText } from '../model.ts';

/** The same card with a sentence before its content. */
export function withNotice(view: CardView, notice: RichText): CardView {
  return { ...view, blocks: [{ kind: 'notice', tone: 'info', text: notice }, ...view.blocks] };
}
