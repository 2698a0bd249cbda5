import type { Block } from '../model.ts';
import type { Element, Pen } from './element.ts';
import { richTextBlock } from './richTextBlock.ts';

/** The words, and a bar of empty columns under them that says the same to the eye and nothing to a screen reader. */
export function drawProgress({ label, done, total }: Extract<Block, { kind: 'progress' }>, pen: Pen): Element[] {
  const shares = [
    { width: Math.min(Math.max(done, 0), total), style: 'accent' },
    { width: Math.max(total - Math.max(done, 0), 0), style: 'emphasis' },
  ];
  const columns = shares
    .filter(({ width }) => width > 0)
    .map(({ width, style }) => ({ type: 'Column', width, style, spacing: 'None', minHeight: '6px' }));
  const words = richTextBlock([{ text: label }], pen.textLimit, { quiet: true });
  return columns.length === 0 ? [words] : [words, { type: 'ColumnSet', spacing: 'Small', columns }];
}
