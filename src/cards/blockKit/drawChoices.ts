import type { KnownBlock, SectionBlock } from '@slack/types';
import type { Block, Choice } from '../model.ts';
import { RENDERER_TEXTS } from '../rendererTexts.ts';
import { shownText } from '../shownText.ts';
import { inRows, submitButton } from './drawButtons.ts';
import { LIMITS } from './limits.ts';
import type { Pen } from './pen.ts';
import { plainText } from './plainText.ts';
import { richTextBlock } from './richText.ts';

/** Options as a row of buttons where all are short; else a line for each, with a button beside it. */
export function drawChoices({ label, choices }: Extract<Block, { kind: 'choices' }>, pen: Pen): KnownBlock[] {
  const words = richTextBlock([{ text: label }], pen);
  if (pen.card !== null && choices.every(isShort)) {
    return [words, ...inRows(choices.map((choice) => submitButton(choice.label, choice.action, pen)))];
  }
  return [words, ...choices.map((choice) => line(choice, pen))];
}

function isShort({ label, detail }: Choice): boolean {
  return detail === undefined && label.length <= LIMITS.buttonInRow;
}

function line({ label, detail, action }: Choice, pen: Pen): SectionBlock {
  const text = plainText(detail === undefined ? label : `${label}\n${detail}`, pen.textLimit);
  if (pen.card === null) return { type: 'section', text };
  const name = shownText(RENDERER_TEXTS.chooseNamed(label), LIMITS.button);
  return {
    type: 'section',
    text,
    accessory: { ...submitButton(RENDERER_TEXTS.choose, action, pen), accessibility_label: name },
  };
}
