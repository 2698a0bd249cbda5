import { renderBlockKit } from '../cards/renderBlockKit.ts';
import type { DrawCard } from './renderCards.ts';

/** Draws a card for a message in Slack, as an attachment of the type that its channel reads. */
export const drawBlockKit =
  (contentType: string): DrawCard =>
  ({ view, card }) => {
    const { blocks, text } = renderBlockKit(view, card, 'message');
    return { attachments: [{ contentType, content: { blocks, text } }] };
  };
