import type { BotAdapter, TurnContext } from 'botbuilder';
import type { Deliver, DeliveryOutcome, LeasedRow } from '../helpdesk/outbox.ts';
import { type DeliveryPayload, readDeliveryPayload } from './deliveryPayload.ts';
import { kindOf } from './outbox/rowPayload.ts';
import { outcomeOfFault } from './outcomeOfFault.ts';

/** One way out. */
export interface DeliveryChannel {
  readonly adapter: Pick<BotAdapter, 'continueConversationAsync'>;
  /** The app's id at the channel; '' where it has none. */
  readonly appId: string;
  /** The channel takes the same message once: the row's id goes along, as `channelData.key`. */
  readonly isKeyed?: boolean;
}

/**
 * Delivers what the outbox keeps: by its kind, and a row without one as a message, a `DeliveryPayload`, posted through
 * the adapter of its channel and drawn as that adapter draws. A channel's own second call after a 429 is welcome here: it waits as long as it was asked to. Never rejects.
 */
export function createDeliver(
  channels: Readonly<Record<string, DeliveryChannel>>,
  kinds: Readonly<Record<string, Deliver>> = {},
): Deliver {
  const post = createPost(channels);
  return async (row) => {
    const kind = kindOf(row.payload);
    if (kind === null) return post(row);
    const deliver = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (deliver === undefined) return { kind: 'not-taken', why: 'no-such-kind' };
    try {
      return await deliver(row);
    } catch (fault) {
      return outcomeOfFault(fault);
    }
  };
}

/** Posts the message that a row carries, whatever else the row is about. Never rejects. */
export function createPost(channels: Readonly<Record<string, DeliveryChannel>>): Deliver {
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
  { adapter, appId, isKeyed = false }: DeliveryChannel,
  { reference, activity, ifRepeated }: DeliveryPayload,
  { id, mayBeRepeat }: LeasedRow,
): Promise<DeliveryOutcome> {
  let outcome: DeliveryOutcome = { kind: 'unclear', why: 'not-posted' };
  await adapter.continueConversationAsync(appId, reference, async (context) => {
    atReference(context, reference.activityId);
    try {
      const meant = mayBeRepeat && ifRepeated && !isKeyed ? ifRepeated : activity;
      const keyed = isKeyed ? { ...meant, channelData: { ...meant.channelData, key: id } } : meant;
      const sent = await context.sendActivity(keyed);
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
