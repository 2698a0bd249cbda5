import type { RichTextBlock } from '@slack/types';
import { cellText } from '../cellText.ts';
import type { Block, RichText, Span } from '../model.ts';
import type { Pen } from './pen.ts';
import { section } from './richText.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** A line for each row, every cell with the name of its column; a marked row begins with its word. */
export function drawTable({ columns, rows }: Table, pen: Pen): RichTextBlock[] {
  if (rows.length === 0) return [];
  const elements = rows.map((row) => section(rowText(columns, row), pen));
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] }];
}

function rowText(columns: readonly string[], { cells, mark }: Table['rows'][number]): RichText {
  const texts = cells.map((cell, index) => cellText(columns[index] ?? '', cell)).join('; ');
  const marked: Span[] = mark === undefined ? [] : [{ text: `${mark}: `, style: 'strong' }];
  return [...marked, { text: texts }];
}
