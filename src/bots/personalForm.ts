import type { TurnContext } from 'botbuilder';
import { type OutgoingCard, VIEW_CONTENT_TYPE } from '../cards/model.ts';
import { fieldsOf } from '../cards/offers.ts';
import type { TurnStore } from '../turn/turnStore.ts';
import { holdReplies } from './heldReplies.ts';
import { type PersonalWorkParts, personalWork } from './personalWork.ts';
import { turnKeysOf } from './turnKeys.ts';

/**
 * The card with fields that a click is on, as it is now; null where that isn't the newest card any more, or has none.
 * Only reads: nothing is written, and nothing is sent through the context, whose replies are held back.
 */
export async function personalForm(
  parts: PersonalWorkParts & { readonly store: Pick<TurnStore, 'load'> },
  context: TurnContext,
): Promise<OutgoingCard | null> {
  const held = holdReplies(context);
  const loaded = await parts.store.load(turnKeysOf(context.activity));
  await personalWork(parts, { context, held, step: 'show-again', isRepeat: true }, loaded);
  const shown: OutgoingCard | undefined = held.posts
    .flatMap(({ attachments = [] }) => attachments)
    .find(({ contentType }) => contentType === VIEW_CONTENT_TYPE)?.content;
  const isIt = shown !== undefined && shown.card === Object(context.activity.value).card;
  return isIt && fieldsOf(shown.view).length > 0 ? shown : null;
}
