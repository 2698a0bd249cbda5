import type { BotAdapter, TurnContext } from 'botbuilder';
import type { Deliver, DeliveryOutcome, LeasedRow } from '../helpdesk/outbox.ts';
import { type DeliveryPayload, readDeliveryPayload } from './deliveryPayload.ts';
import { outcomeOfFault } from './outcomeOfFault.ts';

/** One way out. */
export interface DeliveryChannel {
  readonly adapter: Pick<BotAdapter, 'continueConversationAsync'>;
  /** The app's id at the channel; '' where it has none. */
  readonly appId: string;
}

/**
 * Posts what the outbox keeps, a `DeliveryPayload`, through the adapter of its channel, drawn as that adapter draws.
 * A channel's own second call after a 429 is welcome here: it waits as long as it was asked to. Never rejects.
 */
export function createDeliver(channels: Readonly<Record<string, DeliveryChannel>>): Deliver {
  return async (row) => {
    const payload = readDeliveryPayload(row.payload);
    if (payload === null) return { kind: 'refused', why: 'malformed' };
    const channel = Object.hasOwn(channels, payload.channel) ? channels[payload.channel] : undefined;
    // It may be a slip of the configuration: there is time to mend it.
    if (channel === undefined) return { kind: 'not-taken', why: 'no-such-channel' };
    try {
      return await post(channel, payload, row);
    } catch (fault) {
      return outcomeOfFault(fault);
    }
  };
}

async function post(
  { adapter, appId }: DeliveryChannel,
  { reference, activity, ifRepeated }: DeliveryPayload,
  { mayBeRepeat }: LeasedRow,
): Promise<DeliveryOutcome> {
  let outcome: DeliveryOutcome = { kind: 'unclear', why: 'not-posted' };
  await adapter.continueConversationAsync(appId, reference, async (context) => {
    atReference(context, reference.activityId);
    try {
      const sent = await context.sendActivity(mayBeRepeat && ifRepeated ? ifRepeated : activity);
      outcome = { kind: 'delivered', receipt: sent?.id ?? '' };
    } catch (fault) {
      // In here: an adapter may hand what escapes a turn to an error handler of its own.
      outcome = outcomeOfFault(fault);
    }
  });
  return outcome;
}

/** The SDK gives such a turn a made-up id, and would post a reply to a message that doesn't exist. */
function atReference({ activity }: TurnContext, activityId: string | undefined): void {
  if (activityId === undefined) delete activity.id;
  else activity.id = activityId;
}
