import type { ContextBlock, KnownBlock, RichTextBlock } from '@slack/types';
import { formIn } from '../formIn.ts';
import { assertNever, type Block, type CardView, type FieldBlock, type RichText } from '../model.ts';
import { noticeText } from '../noticeText.ts';
import { fieldsOf, senderOf } from '../offers.ts';
import { toPlain } from '../richText.ts';
import { shownText } from '../shownText.ts';
import { drawBars } from './drawBars.ts';
import { drawChoice } from './drawChoice.ts';
import { drawChoices } from './drawChoices.ts';
import { drawField } from './drawField.ts';
import { drawList } from './drawList.ts';
import { drawOpener } from './drawOpener.ts';
import { drawTable } from './drawTable.ts';
import type { Pen } from './pen.ts';
import { plainText } from './plainText.ts';
import { richTextBlock, section } from './richText.ts';

/** Draws one block of a view. */
export function drawBlock(block: Block, view: CardView, pen: Pen): KnownBlock[] {
  switch (block.kind) {
    case 'text':
      return [block.tone === 'quiet' ? drawQuiet(block.text, pen) : richTextBlock(block.text, pen)];
    case 'copy':
      return [drawCopy(block, pen)];
    case 'facts':
      return drawFacts(block, pen);
    case 'steps':
      return drawList(block.items, pen);
    case 'notice':
      return [richTextBlock(noticeText(block.tone, block.text), pen)];
    case 'progress':
      return [drawQuiet([{ text: block.label }], pen)];
    case 'table':
      return drawTable(block, pen);
    case 'choices':
      return pen.surface === 'modal' && pen.card !== null ? drawModalChoice(block, view, pen) : drawChoices(block, pen);
    case 'bars':
      return drawBars(block, pen);
    case 'case-link':
      return [drawQuiet([{ text: block.text }], pen)];
    case 'input':
    case 'pick':
      return drawFields(block, view, pen);
    default:
      return assertNever(block);
  }
}

/** In a message all fields are behind one button, in the place of the first. */
function drawFields(field: FieldBlock, view: CardView, pen: Pen): KnownBlock[] {
  const sender = senderOf(view);
  if (pen.card === null || sender === null) return [];
  if (pen.surface === 'modal') return [drawField(field)];
  return field === fieldsOf(view)[0] ? [drawOpener(view, sender, pen)] : [];
}

/** All rows are one field, in the place of the first; a form that sends fields has none of them. */
function drawModalChoice(block: Extract<Block, { kind: 'choices' }>, view: CardView, pen: Pen): KnownBlock[] {
  const asked = formIn(view);
  const isFirst = view.blocks.find(({ kind }) => kind === 'choices') === block;
  return asked?.kind === 'choice' && isFirst ? drawChoice(block.label, asked.choices, pen) : [];
}

/** Small and grey; there a link would need markup, so a text with one stays as large as the others. */
function drawQuiet(text: RichText, pen: Pen): ContextBlock | RichTextBlock {
  if (text.some((span) => span.href !== undefined)) return richTextBlock(text, pen);
  return { type: 'context', elements: [plainText(toPlain(text), pen.textLimit)] };
}

function drawCopy({ label, text }: Extract<Block, { kind: 'copy' }>, pen: Pen): RichTextBlock {
  const copied = shownText(text, pen.textLimit);
  return {
    type: 'rich_text',
    elements: [
      section([{ text: label }], pen),
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: copied }] },
    ],
  };
}

function drawFacts({ facts }: Extract<Block, { kind: 'facts' }>, pen: Pen): RichTextBlock[] {
  if (facts.length === 0) return [];
  const elements = facts.map(({ label, value }) =>
    section([{ text: `${label}: `, style: 'strong' }, { text: value }], pen),
  );
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] }];
}
