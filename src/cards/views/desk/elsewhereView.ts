import type { CardView } from '../../model.ts';
import { plain } from '../../richText.ts';
import type { DeskContext } from './deskContext.ts';

/** The card of a case where it isn't worked on any more, and why: to be read, with nothing left to do. */
export function elsewhereView({ texts }: DeskContext, view: CardView, why: string = texts.desk.elsewhere): CardView {
  const notice = { kind: 'notice', tone: 'info', text: plain(why) } as const;
  return { ...view, blocks: [notice, ...view.blocks], actions: [], standing: [], more: [] };
}
