import type { CardView } from '../../src/cards/model.ts';
import { renderBlockKit } from '../../src/cards/renderBlockKit.ts';
import { shownLine } from '../../src/cards/shownText.ts';
import { nodesOf } from './adaptiveCardCheck.ts';

/** How much of a text is looked for: a notification shows less of it. */
const BEGINNING = 100;

/** What a notification of a card in Slack, or a screen reader on it, would leave out: its title, how far one has got. */
export function unsaidInSlack(view: CardView, card: string): string[] {
  const { blocks, text } = renderBlockKit(view, card, 'message');
  const progress = view.blocks.flatMap((block) => (block.kind === 'progress' ? [block.label] : []));
  const drawn = nodesOf(blocks).map(({ node }) => node['text']);
  return [
    ...(text.startsWith(escaped(shownLine(view.title, BEGINNING)).replace(/…$/, '')) ? [] : [`title: ${text}`]),
    ...progress.filter((label) => !drawn.includes(label) || !text.includes(escaped(label))),
  ];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
