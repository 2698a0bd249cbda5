import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import type { DeliveryOutcome } from '../../helpdesk/outbox.ts';
import type { DeliveryChannel } from '../deliver.ts';
import { outcomeOfFault } from '../outcomeOfFault.ts';

/** Posts into conversations of the desk, and changes what was posted. Neither rejects. */
export interface DeskPosting {
  /** Delivered with the new message's id as its receipt. */
  post(channel: string, reference: object, activity: Partial<Activity>): Promise<DeliveryOutcome>;
  /** The same for a message that is there already. */
  update(channel: string, reference: object, activity: Partial<Activity>): Promise<DeliveryOutcome>;
}

/** Over the adapters of the channels. */
export function createDeskPosting(channels: Readonly<Record<string, DeliveryChannel>>): DeskPosting {
  const doing =
    (way: (context: TurnContext, activity: Partial<Activity>) => Promise<string>): DeskPosting['post'] =>
    async (name, reference, activity) => {
      const channel = Object.hasOwn(channels, name) ? channels[name] : undefined;
      if (channel === undefined) return { kind: 'not-taken', why: 'no-such-channel' };
      return inTurn(channel, reference, (context) => way(context, activity));
    };
  return {
    post: doing(async (context, activity) => (await context.sendActivity(activity))?.id ?? ''),
    update: doing(async (context, activity) => {
      await context.updateActivity(activity);
      return activity.id ?? '';
    }),
  };
}

/** Caught within the turn: an adapter may hand what escapes one to an error handler of its own. */
async function inTurn(
  { adapter, appId }: DeliveryChannel,
  reference: Partial<ConversationReference>,
  way: (context: TurnContext) => Promise<string>,
): Promise<DeliveryOutcome> {
  let outcome: DeliveryOutcome = { kind: 'unclear', why: 'not-posted' };
  try {
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      // The SDK gives such a turn a made-up id, and would post a reply to a message that doesn't exist.
      delete (context.activity as Partial<Activity>).id;
      try {
        outcome = { kind: 'delivered', receipt: await way(context) };
      } catch (fault) {
        outcome = outcomeOfFault(fault);
      }
    });
  } catch (fault) {
    return outcomeOfFault(fault);
  }
  return outcome;
}
