import type { Activity } from 'botbuilder';
import { type OutgoingCard, VIEW_CONTENT_TYPE } from '../cards/model.ts';

/** A message that carries a card which no channel has drawn yet. */
export function cardActivity(card: OutgoingCard): Partial<Activity> {
  return { type: 'message', attachments: [{ contentType: VIEW_CONTENT_TYPE, content: card }] };
}
