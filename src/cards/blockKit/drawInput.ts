import type { InputBlock, SectionBlock } from '@slack/types';
import { type Block, type CardView, LABEL_LIMIT, type SubmitAction } from '../model.ts';
import { RENDERER_TEXTS } from '../rendererTexts.ts';
import { clickValue } from './drawButtons.ts';
import { LIMITS } from './limits.ts';
import type { Pen } from './pen.ts';
import { plainText } from './plainText.ts';

type Input = Extract<Block, { kind: 'input' }>;

/** The button of a view that sends its field. */
export function senderOf(view: CardView, { id }: Input): SubmitAction {
  const own = view.actions.filter((action) => action.kind === 'submit').find(({ action }) => action.verb === id);
  return own ?? { kind: 'submit', label: RENDERER_TEXTS.send, action: { verb: id, link: '' } };
}

/** The field itself, for a modal. What is typed comes back under the input's id, as block and as action. */
export function drawField({ id, label, placeholder, maxLength }: Input): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plainText(label, LIMITS.input.label),
    element: {
      type: 'plain_text_input',
      action_id: id,
      placeholder: plainText(placeholder, LIMITS.input.placeholder),
      max_length: Math.min(maxLength, LIMITS.input.maxLength),
    },
  };
}

/** Everywhere else a button that asks for a modal with the field: its `action_id` is `open:<input id>`. */
export function drawOpener({ id, label }: Input, sender: SubmitAction, pen: Pen): SectionBlock {
  return {
    type: 'section',
    text: plainText(label, LIMITS.button),
    accessory: {
      type: 'button',
      action_id: `open:${id}`,
      text: plainText(RENDERER_TEXTS.opens(sender.label), LABEL_LIMIT + 1),
      value: clickValue(sender.action, pen, LIMITS.value),
      ...(sender.style === 'primary' ? { style: 'primary' } : {}),
    },
  };
}
