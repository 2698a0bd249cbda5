import type { PlainTextElement } from '@slack/types';
import type { CardView } from '../model.ts';
import { senderOf } from '../offers.ts';
import { RENDERER_TEXTS } from '../rendererTexts.ts';
import { sentValue } from './drawOpener.ts';
import { LIMITS } from './limits.ts';
import { plainLine } from './plainText.ts';

/** What a modal has besides its blocks, named as `views.open` takes it. */
export interface ModalFrame {
  readonly title: PlainTextElement;
  readonly close: PlainTextElement;
  /** Only where there are fields to send. */
  readonly submit?: PlainTextElement;
  /** Only with `submit`: the click that sends the fields, as JSON like a button's value; they are filled in by the channel. */
  readonly private_metadata?: string;
}

/** The title, the buttons and what comes back of a modal. */
export function drawModal(view: CardView, card: string | null): ModalFrame {
  const frame = {
    title: plainLine(view.title, LIMITS.modalTitle),
    close: plainLine(RENDERER_TEXTS.cancel, LIMITS.modalTitle),
  };
  const sender = senderOf(view);
  if (sender === null || card === null) return frame;
  return {
    ...frame,
    submit: plainLine(sender.label, LIMITS.modalTitle),
    private_metadata: sentValue(sender, { card }, LIMITS.metadata),
  };
}
