import type { Block } from '../model.ts';
import { drawBar } from './drawBar.ts';
import type { Element, Pen } from './element.ts';
import { richTextBlock } from './richTextBlock.ts';

/** Shares are drawn to one part in a hundred. */
const PARTS = 100;

/** Two words and a bar for each: the bar says the same to the eye and nothing to a screen reader. */
export function drawBars({ bars }: Extract<Block, { kind: 'bars' }>, pen: Pen): Element[] {
  return bars.flatMap(({ label, value, share }) => [
    richTextBlock([{ text: `${label}: `, style: 'strong' }, { text: value }], pen.textLimit),
    ...drawBar(Math.round(share * PARTS), PARTS),
  ]);
}
