import type { RichTextBlock } from '@slack/types';
import type { Block } from '../model.ts';
import type { Pen } from './pen.ts';
import { section } from './richText.ts';

/** Characters of a whole bar: with a label and a number it still fits a line on a phone. */
const LENGTH = 10;

/** A line of words for each, and a line that draws it. */
export function drawBars({ bars }: Extract<Block, { kind: 'bars' }>, pen: Pen): RichTextBlock[] {
  if (bars.length === 0) return [];
  const elements = bars.map(({ label, value, share }) => {
    const filled = Math.round(Math.min(Math.max(share, 0), 1) * LENGTH);
    const bar = `${'▰'.repeat(filled)}${'▱'.repeat(LENGTH - filled)} `;
    return section([{ text: bar }, { text: `${label}: `, style: 'strong' }, { text: value }], pen);
  });
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] }];
}
