import type { CardView } from '../../src/cards/model.ts';
import { renderAdaptiveCard } from '../../src/cards/renderAdaptiveCard.ts';
import { renderPlainText } from '../../src/cards/renderPlainText.ts';

/** A card as the event stream brings it; its clicks carry the id `card`, with null there are none. */
export function cardActivity(view: CardView, card: string | null): object {
  const content = renderAdaptiveCard(view, card);
  return {
    type: 'message',
    from: { role: 'bot' },
    text: renderPlainText(view),
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  };
}
