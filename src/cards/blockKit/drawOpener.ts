import type { SectionBlock } from '@slack/types';
import { type CardView, LABEL_LIMIT, type SubmitAction } from '../model.ts';
import { fieldsOf } from '../offers.ts';
import { RENDERER_TEXTS } from '../rendererTexts.ts';
import { clickValue } from './drawButtons.ts';
import { LIMITS } from './limits.ts';
import type { Pen } from './pen.ts';
import { plainLine, plainText } from './plainText.ts';

/** A message can't have fields worth using: a button asks for a modal with them, named `open:<first field>`. */
export function drawOpener(view: CardView, sender: SubmitAction, pen: Pen): SectionBlock {
  const fields = fieldsOf(view);
  return {
    type: 'section',
    text: plainText(fields.map(({ label }) => label).join('\n'), Math.min(pen.textLimit, LIMITS.text)),
    accessory: {
      type: 'button',
      action_id: `open:${fields[0]?.id}`,
      text: plainLine(RENDERER_TEXTS.opens(sender.label), LABEL_LIMIT + 1),
      value: sentValue(sender, pen, LIMITS.value),
      ...(sender.style === 'primary' ? { style: 'primary' } : {}),
    },
  };
}

/** What the fields are sent with: the channel puts what stands in them into the places that the action has for it. */
export function sentValue({ action }: SubmitAction, { card }: Pick<Pen, 'card'>, limit: number): string {
  return clickValue(action, { card, fields: new Set() }, limit);
}
