import type { TurnContext } from 'botbuilder';
import type { CardView } from '../cards/model.ts';
import { cardActivity } from './cardActivity.ts';

/** Draws a card in place of the clicked one, which the click itself names: nothing has to be kept to find it again. */
export async function closeClicked(context: TurnContext, view: CardView): Promise<void> {
  const id = context.activity.replyToId;
  if (id) await context.updateActivity({ ...cardActivity({ view, card: null }), id });
}
