import { type AnyAction, isSameAction } from './anyAction.ts';
import type { CardView } from './model.ts';
import { fieldNames, senderOf } from './offers.ts';

/**
 * Whether a button of this card leads to a form, where a channel shows forms apart from its messages: the one that sends
 * the card's fields, and each that asks for one of the desk's small cards.
 */
export function opensForm(view: CardView, action: AnyAction): boolean {
  if (action.verb === 'desk-form') return true;
  const sender = senderOf(view);
  return sender !== null && isSameAction(sender.action, action, fieldNames(view));
}
