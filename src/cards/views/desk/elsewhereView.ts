import type { CardView } from '../../model.ts';
import { plain } from '../../richText.ts';
import type { DeskContext } from './deskContext.ts';

/** The card of a case where it was before it went to another line: to be read, with nothing left to do. */
export function elsewhereView({ texts }: DeskContext, view: CardView): CardView {
  const notice = { kind: 'notice', tone: 'info', text: plain(texts.desk.elsewhere) } as const;
  return { ...view, blocks: [notice, ...view.blocks], actions: [], standing: [], more: [] };
}
