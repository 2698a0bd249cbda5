import type { CardView, RichText } from '../model.ts';
import { plain } from '../richText.ts';

/** The same card with a sentence before its content. */
export function withNotice(view: CardView, notice: RichText): CardView {
  return { ...view, blocks: [{ kind: 'notice', tone: 'info', text: notice }, ...view.blocks] };
}

/** The same card with sentences before its content, in their order. */
export function withNotices(view: CardView, said: readonly string[]): CardView {
  return said.reduceRight((shown, each) => withNotice(shown, plain(each)), view);
}
