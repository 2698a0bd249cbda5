import type { SectionBlock } from '@slack/types';
import { type CardView, type FieldBlock, LABEL_LIMIT, type SubmitAction } from '../model.ts';
import { fieldsOf } from '../offers.ts';
import { RENDERER_TEXTS } from '../rendererTexts.ts';
import { heldText, shownLine } from '../shownText.ts';
import { clickValue, OPEN } from './drawButtons.ts';
import { LIMITS } from './limits.ts';
import type { Pen } from './pen.ts';
import { plainLine, plainText } from './plainText.ts';

/** How much is shown of what stands in a field, in characters: the form has all of it. */
const SHOWN = 200;

/**
 * A message can't have fields worth using: a button asks for a modal with them, named `open:<first field>`. Beside it is
 * what they are called, and what stands in them already.
 */
export function drawOpener(view: CardView, sender: SubmitAction, pen: Pen): SectionBlock {
  const fields = fieldsOf(view);
  return {
    type: 'section',
    text: plainText(fields.map(lineOf).join('\n'), pen.textLimit),
    accessory: {
      type: 'button',
      action_id: `${OPEN}${fields[0]?.id}`,
      text: plainLine(RENDERER_TEXTS.opens(sender.label), LABEL_LIMIT + 1),
      // The channel puts what is in the fields into the places that the action has for it.
      value: clickValue(sender.action, { card: pen.card, fields: new Set() }, LIMITS.value),
      ...(sender.style === 'primary' ? { style: 'primary' } : {}),
    },
  };
}

function lineOf(field: FieldBlock): string {
  const held = field.kind === 'input' ? heldText(field.value, SHOWN) : undefined;
  return held === undefined ? field.label : `${field.label} “${shownLine(held, SHOWN)}”`;
}
