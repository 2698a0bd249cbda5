import type { PlainTextElement } from '@slack/types';
import type { CardView } from '../model.ts';
import { RENDERER_TEXTS } from '../rendererTexts.ts';
import { clickValue } from './drawButtons.ts';
import { senderOf } from './drawInput.ts';
import { LIMITS } from './limits.ts';
import { plainLine } from './plainText.ts';

/** What a modal has besides its blocks, named as `views.open` takes it. */
export interface ModalFrame {
  readonly title: PlainTextElement;
  readonly close: PlainTextElement;
  /** Only where there is a field to send. */
  readonly submit?: PlainTextElement;
  /** Only with `submit`: the click that sends the field, as JSON like a button's value; the field is filled in by the channel. */
  readonly private_metadata?: string;
}

/** The title, the buttons and what comes back of a modal. */
export function drawModal(view: CardView, card: string | null): ModalFrame {
  const frame = {
    title: plainLine(view.title, LIMITS.modalTitle),
    close: plainLine(RENDERER_TEXTS.cancel, LIMITS.modalTitle),
  };
  const input = view.blocks.find((block) => block.kind === 'input');
  if (input === undefined || card === null) return frame;
  const sender = senderOf(view, input);
  return {
    ...frame,
    submit: plainLine(sender.label, LIMITS.modalTitle),
    private_metadata: clickValue(sender.action, { card }, LIMITS.metadata),
  };
}
