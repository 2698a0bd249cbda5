import type { Block, RichText } from '../model.ts';
import type { Element, Pen } from './element.ts';
import { richTextBlock } from './richTextBlock.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** A real table with a header row. A marked row has its word in its first cell, before what stands there. */
export function drawTable({ columns, rows }: Table, pen: Pen): Element {
  return {
    type: 'Table',
    columns: columns.map(() => ({ width: 1 })),
    rows: [
      { type: 'TableRow', cells: columns.map((column) => cell([{ text: column, style: 'strong' }], pen)) },
      ...rows.map((row) => drawRow(row, pen)),
    ],
  };
}

function drawRow({ cells, mark }: Table['rows'][number], pen: Pen): Element {
  const texts = cells.map((each): RichText => [{ text: each }]);
  if (mark === undefined) return { type: 'TableRow', cells: texts.map((text) => cell(text, pen)) };
  const [first = [], ...others] = texts;
  const marked: RichText[] = [[{ text: `${mark}: `, style: 'strong' }, ...first], ...others];
  return { type: 'TableRow', style: 'accent', cells: marked.map((text) => ({ ...cell(text, pen), style: 'accent' })) };
}

function cell(text: RichText, pen: Pen): Element {
  return { type: 'TableCell', items: [richTextBlock(text, pen.textLimit)] };
}
