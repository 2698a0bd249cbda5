import { assertNever, type Block } from '../model.ts';
import { noticeText } from '../noticeText.ts';
import { drawBars } from './drawBars.ts';
import { drawChoices } from './drawChoices.ts';
import { drawField } from './drawField.ts';
import { drawList } from './drawList.ts';
import { drawProgress } from './drawProgress.ts';
import { drawTable } from './drawTable.ts';
import type { Element, Pen } from './element.ts';
import { richTextBlock } from './richTextBlock.ts';

const NOTICE_STYLES = { info: 'accent', warning: 'warning', success: 'good', fault: 'attention' } as const;

/** Draws one block. `place` is its place in the card, from 1. */
export function drawBlock(block: Block, place: number, pen: Pen): Element[] {
  switch (block.kind) {
    case 'text':
      return [richTextBlock(block.text, pen.textLimit, { quiet: block.tone === 'quiet' })];
    case 'copy':
      return [drawCopy(block, place, pen)];
    case 'facts':
      return block.facts.map((fact, index) => ({ ...drawFact(fact, pen), ...(index > 0 ? { spacing: 'Small' } : {}) }));
    case 'steps':
      return drawList(block.items, pen);
    case 'notice': {
      const text = richTextBlock(noticeText(block.tone, block.text), pen.textLimit);
      return [{ type: 'Container', style: NOTICE_STYLES[block.tone], items: [text] }];
    }
    case 'progress':
      return drawProgress(block, pen);
    case 'table':
      return [drawTable(block, pen)];
    case 'choices':
      return drawChoices(block, pen);
    case 'bars':
      return drawBars(block, pen);
    case 'case-link':
      return [drawCaseLink(block, pen)];
    case 'input':
    case 'pick':
      return pen.card === null ? [] : [drawField(block)];
    default:
      return assertNever(block);
  }
}

/** The page adds a button to what has this id. */
function drawCopy({ label, text }: Extract<Block, { kind: 'copy' }>, place: number, pen: Pen): Element {
  return {
    type: 'Container',
    id: `copy-${place}`,
    style: 'emphasis',
    items: [
      richTextBlock([{ text: label }], pen.textLimit, { quiet: true }),
      richTextBlock([{ text, style: 'code' }], pen.textLimit, { spacing: 'Small' }),
    ],
  };
}

/** Two columns of plain text, since a FactSet reads what is in it as Markdown. */
function drawFact({ label, value }: { readonly label: string; readonly value: string }, pen: Pen): Element {
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: 1, items: [richTextBlock([{ text: label }], pen.textLimit, { strong: true })] },
      { type: 'Column', width: 2, items: [richTextBlock([{ text: value }], pen.textLimit)] },
    ],
  };
}

/** The page puts the link to the case into what has this id, with a button to copy it. */
function drawCaseLink({ case: id, text }: Extract<Block, { kind: 'case-link' }>, pen: Pen): Element {
  return {
    type: 'Container',
    id: `case-link-${id}`,
    style: 'emphasis',
    items: [richTextBlock([{ text }], pen.textLimit, { quiet: true })],
  };
}
