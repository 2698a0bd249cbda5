import { cellText } from './cellText.ts';
import { listMark, sublistMark } from './listMark.ts';
import { assertNever, type Block, type CardView, type Choice, type ListItem, type RichText } from './model.ts';
import { noticeText } from './noticeText.ts';
import { choicesOf, submitsOf } from './offers.ts';
import { RENDERER_TEXTS } from './rendererTexts.ts';
import { toPlain } from './richText.ts';
import { shownLine, shownRich, shownText } from './shownText.ts';

/** No text is cut: what was typed may have a label before it, and whoever sends it knows how much fits. */
const UNCUT = Number.POSITIVE_INFINITY;

/** Longest line of a notification, in characters; phones cut far earlier. */
const LINE_LIMIT = 150;

/** The whole card as text that can be read, and answered, alone; as long as what is on it. */
export function renderPlainText(view: CardView): string {
  const numbers = new Map(choicesOf(view).map((choice, index) => [choice, listMark(index)]));
  const parts = [
    line(view.title),
    ...[...view.blocks, ...(view.details ?? [])].map((block) =>
      blockText(block, (choice) => numbers.get(choice) ?? ''),
    ),
    links(view),
    typing(view),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What a notification says of a card: its title, in one line. */
export function firstLine(view: CardView): string {
  return shownLine(view.title, LINE_LIMIT);
}

function blockText(block: Block, numberOf: (choice: Choice) => string): string {
  switch (block.kind) {
    case 'text':
      return richText(block.text);
    case 'copy':
      return `${line(block.label)}:\n${shown(block.text)}`;
    case 'facts':
      return block.facts.map(({ label, value }) => `${line(label)}: ${line(value)}`).join('\n');
    case 'steps':
      return block.items.map(stepText).join('\n');
    case 'notice':
      return richText(noticeText(block.tone, block.text));
    case 'progress':
      return line(block.label);
    case 'table':
      return block.rows.map((row) => rowText(block.columns, row)).join('\n');
    case 'choices':
      return [line(block.label), ...block.choices.map((choice) => choiceText(choice, numberOf(choice)))].join('\n');
    case 'bars':
      return block.bars.map(({ label, value }) => `${line(label)}: ${line(value)}`).join('\n');
    case 'case-link':
      return shown(block.text);
    case 'input':
    case 'pick':
      return line(block.label);
    default:
      return assertNever(block);
  }
}

function stepText(item: ListItem, index: number): string {
  const substeps = (item.substeps ?? []).map((each, at) => `   ${sublistMark(at)} ${richText(each)}`);
  return [`${listMark(index)} ${richText(item.text)}`, ...substeps].join('\n');
}

function rowText(
  columns: readonly string[],
  row: { readonly cells: readonly string[]; readonly mark?: string },
): string {
  const cells = row.cells.map((cell, index) => cellText(line(columns[index] ?? ''), line(cell))).join('; ');
  return row.mark === undefined ? `- ${cells}` : `- ${line(row.mark)}: ${cells}`;
}

function choiceText({ label, detail }: Choice, number: string): string {
  return detail === undefined ? `${number} ${line(label)}` : `${number} ${line(label)} (${line(detail)})`;
}

function links(view: CardView): string {
  return view.actions
    .filter((action) => action.kind === 'link')
    .map(({ label, url }) => `${line(label)}: ${line(url)}`)
    .join('\n');
}

function typing(view: CardView): string {
  const labels = [...new Set(submitsOf(view).map(({ label }) => line(label)))];
  return labels.length === 0 ? '' : RENDERER_TEXTS.youCanType(labels);
}

function richText(text: RichText): string {
  return toPlain(shownRich(text, UNCUT));
}

/** What has a line to itself, or shares one: no text may pass for the line after it. */
function line(text: string): string {
  return shownLine(text, UNCUT);
}

function shown(text: string): string {
  return shownText(text, UNCUT);
}
