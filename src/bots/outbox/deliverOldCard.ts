import { caseCard } from '../../cards/views/desk/caseCard.ts';
import { elsewhereView } from '../../cards/views/desk/elsewhereView.ts';
import { cardActivity } from '../../dialogs/cardActivity.ts';
import type { DeliveryOutcome } from '../../helpdesk/outbox.ts';
import type { CaseCardParts } from './deliverCaseCard.ts';
import type { OldCardPayload } from './rowPayload.ts';

/** What it last showed is no longer what is there: if the desk comes back, the card is drawn again. */
const OVERDRAWN = '';

/** Takes the buttons off the card of a case where its line doesn't work any more, as far as that can still be done. */
export async function deliverOldCard(
  { cases, places, posts, posting, contexts, now }: Omit<CaseCardParts, 'onShown' | 'atStep' | 'readers'>,
  { case: id, left }: OldCardPayload,
): Promise<DeliveryOutcome> {
  const [current, post] = [await cases.get(id), await posts.get(id, left.key)];
  // Erased since, or never posted there; or the desk is back.
  if (current === null || post === null || (await places.at(left.key)) !== null) return DONE;
  const context = contexts.of(current, now());
  const view = elsewhereView(context, caseCard(context, current).view, context.texts.desk.deskElsewhere);
  await posts.save({ ...post, shown: OVERDRAWN });
  const card = { ...cardActivity({ view, card: id }), id: post.root };
  const updated = await posting.update(left, card);
  // Gone, or the bot was removed from there: nobody can tap it.
  return updated.kind === 'refused' ? DONE : updated;
}

const DONE: DeliveryOutcome = { kind: 'delivered', receipt: '' };
