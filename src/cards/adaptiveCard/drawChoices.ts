import type { Block, Choice } from '../model.ts';
import { submit } from './drawActions.ts';
import type { Element, Pen } from './element.ts';
import { nameText } from './nameText.ts';
import { richTextBlock } from './richTextBlock.ts';

/** A row to tap for each option. Its name for a screen reader is all that it shows. */
export function drawChoices({ label, choices }: Extract<Block, { kind: 'choices' }>, pen: Pen): Element[] {
  const words = richTextBlock([{ text: label }], pen.textLimit, { quiet: true });
  return [words, ...choices.map((choice) => row(choice, pen))];
}

function row({ label, detail, action }: Choice, pen: Pen): Element {
  const { textLimit } = pen;
  const name = nameText(detail === undefined ? label : `${label}. ${detail}`, textLimit);
  const under =
    detail === undefined ? [] : [richTextBlock([{ text: detail }], textLimit, { quiet: true, spacing: 'None' })];
  const [selectAction] = submit(action, name, pen);
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    ...(selectAction && { selectAction }),
    items: [richTextBlock([{ text: label }], textLimit, { strong: true }), ...under],
  };
}
