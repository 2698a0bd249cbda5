import { renderAdaptiveCard } from '../cards/renderAdaptiveCard.ts';
import { firstLine } from '../cards/renderPlainText.ts';
import type { DrawCard } from './renderCards.ts';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/** Draws a card as an Adaptive Card. The summary is what a notification says; without it Teams says "Sent a card". */
export const drawAdaptiveCard: DrawCard = ({ view, card }) => ({
  summary: firstLine(view),
  attachments: [{ contentType: ADAPTIVE_CARD, content: renderAdaptiveCard(view, card) }],
});
