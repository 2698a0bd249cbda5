import type { PlainTextElement } from '@slack/types';
import { formIn } from '../formIn.ts';
import type { CardView } from '../model.ts';
import { RENDERER_TEXTS } from '../rendererTexts.ts';
import { LIMITS } from './limits.ts';
import { type ModalForm, modalForm } from './modalForm.ts';
import { plainLine } from './plainText.ts';

/** What a modal has besides its blocks; the texts are named as `views.open` takes them. */
export interface ModalFrame {
  readonly title: PlainTextElement;
  readonly close: PlainTextElement;
  /** Only where there is something to send. */
  readonly submit?: PlainTextElement;
  /** What is sent then; null where nothing is. */
  readonly form: ModalForm | null;
}

/** The title, the buttons and what comes back of a modal. */
export function drawModal(view: CardView, card: string | null): ModalFrame {
  const title = plainLine(view.title, LIMITS.modalTitle);
  const form = modalForm(view, card);
  if (form === null) return { title, close: plainLine(RENDERER_TEXTS.close, LIMITS.modalTitle), form };
  const asked = formIn(view);
  const label = asked === null || asked.kind === 'choice' ? RENDERER_TEXTS.goOn : asked.sender.label;
  return {
    title,
    close: plainLine(RENDERER_TEXTS.cancel, LIMITS.modalTitle),
    submit: plainLine(label, LIMITS.modalTitle),
    form,
  };
}
