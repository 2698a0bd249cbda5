import type { TurnContext } from 'botbuilder';
import { asCoded } from '../errors.ts';
import type { Log } from '../log.ts';
import type { HeldReplies } from './heldReplies.ts';
import { loggedIds } from './loggedIds.ts';

/**
 * Sends what a committed turn held: the new card, and in parallel the update of the clicked one.
 * An update can fail for no reason; the card it would have closed is used up anyway, so that is only logged.
 */
export async function sendReplies(context: TurnContext, held: HeldReplies, log: Log): Promise<void> {
  const updates = held.updates.map(async (activity) => {
    try {
      await context.adapter.updateActivity(context, activity);
    } catch (error) {
      log.warn({ ...loggedIds(context.activity), code: asCoded(error).code }, 'a clicked card could not be updated');
    }
  });
  const posts = held.posts.length > 0 ? context.adapter.sendActivities(context, held.posts) : undefined;
  await Promise.all([posts, ...updates]);
}
