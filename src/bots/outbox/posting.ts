import type { Activity, BotAdapter, ConversationReference, TurnContext } from 'botbuilder';
import type { DeliveryOutcome, LeasedRow } from '../../helpdesk/outbox.ts';
import { outcomeOfFault } from '../outcomeOfFault.ts';

/** One way out. */
export interface DeliveryChannel {
  readonly adapter: Pick<BotAdapter, 'continueConversationAsync'>;
  /** The app's id at the channel; '' where it has none. */
  readonly appId: string;
  /** The channel takes the same message once: the row's id goes along, as `channelData.key`. */
  readonly isKeyed?: boolean;
  /**
   * The channel takes it as often as it is sent, but can be asked whether the message of a row is there: the row's id and
   * its case's go along, as `channelData.key` and `channelData.about`. Never rejects.
   */
  readonly findPosted?: (reference: Partial<ConversationReference>, row: PostedRow) => Promise<Found>;
}

/** Whether a message is there already: with its id, certainly not, or nobody can tell. */
export type Found =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' };

/** The row of the outbox that a message is posted for. */
export interface PostedRow extends Pick<LeasedRow, 'id' | 'since' | 'mayBeRepeat'> {
  /** The case that it is about; null for none. */
  readonly case: string | null;
}

/** Where something is posted. */
export interface PostedTo {
  /** The channel's name in activities. */
  readonly channel: string;
  /** With an `activityId`, it is a reply to that message. */
  readonly reference: Partial<ConversationReference>;
}

/** A message, and what to post instead once it may have been posted before. */
export interface Posted {
  readonly activity: Partial<Activity>;
  readonly ifRepeated?: Partial<Activity> | undefined;
}

/**
 * Posts into conversations, and changes what was posted. Neither rejects. A channel's own second call after a 429 is
 * welcome here: it waits as long as it was asked to.
 */
export interface Posting {
  /**
   * Posts the first of the messages that the channel takes: the next one follows where something about the one before
   * isn't taken. Delivered with the new message's id as its receipt; with `isEarlier` it was found there, as an earlier
   * attempt of this row has posted one of them.
   */
  post(
    to: PostedTo,
    messages: readonly [Posted, ...Posted[]],
    row: PostedRow,
  ): Promise<DeliveryOutcome & { readonly isEarlier?: true }>;
  /** The same for a message that is there already, by its `id`. */
  update(to: PostedTo, activity: Partial<Activity>): Promise<DeliveryOutcome>;
}

/** Over the adapters of the channels. */
export function createPosting(channels: Readonly<Record<string, DeliveryChannel>>): Posting {
  const at = (name: string) => (Object.hasOwn(channels, name) ? channels[name] : undefined);
  return {
    async post(to, messages, row) {
      const channel = at(to.channel);
      if (channel === undefined) return NO_SUCH_CHANNEL;
      const found = await look(channel, to, row);
      if (found.kind === 'found') return { kind: 'delivered', receipt: found.id, isEarlier: true };
      const [first, ...others] = messages;
      // A file goes before its message, and nobody can look for it.
      const isAbsent = ({ activity }: Posted) => found.kind === 'absent' && !carriesFile(activity);
      const post = (message: Posted) => postOne({ channel, to, row, isAbsent: isAbsent(message) }, message);
      let posted = await post(first);
      for (const message of others) {
        if (posted.kind !== 'refused' || !isOdd(posted.why)) break;
        posted = await post(message);
      }
      if (posted.kind === 'unclear' && channel.findPosted) {
        return { ...posted, retryAfterMs: Math.max(posted.retryAfterMs ?? 0, SETTLED_AFTER) };
      }
      // Asked again for the next attempt, the channel would say the same.
      const isNotSent = posted.kind === 'not-taken' || posted.kind === 'not-yet';
      return isNotSent && messages.every(isAbsent) ? { ...posted, isAbsent: true } : posted;
    },
    async update(to, activity) {
      const channel = at(to.channel);
      if (channel === undefined) return NO_SUCH_CHANNEL;
      return inTurn(channel, to, async (context) => {
        await context.updateActivity(activity);
        return activity.id ?? '';
      });
    },
  };
}

/** Where no answer came, the channel may still be at it: the next attempt looks for what came of it. In milliseconds. */
const SETTLED_AFTER = 1_000;

/** It may be a slip of the configuration: there is time to mend it. */
const NO_SUCH_CHANNEL: DeliveryOutcome = { kind: 'not-taken', why: 'no-such-channel' };

async function look({ findPosted }: DeliveryChannel, { reference }: PostedTo, row: PostedRow): Promise<Found> {
  return row.mayBeRepeat && findPosted ? findPosted(reference, row) : { kind: 'unknown' };
}

interface PostingOne {
  readonly channel: DeliveryChannel;
  readonly to: PostedTo;
  readonly row: PostedRow;
  /** It was looked for, and isn't there. */
  readonly isAbsent: boolean;
}

async function postOne(
  { channel, to, row, isAbsent }: PostingOne,
  { activity, ifRepeated }: Posted,
): Promise<DeliveryOutcome> {
  const mayBeThere = row.mayBeRepeat && !channel.isKeyed && !isAbsent;
  const meant = (mayBeThere ? ifRepeated : undefined) ?? activity;
  return inTurn(channel, to, async (context) => {
    const sent = await context.sendActivity(marked(channel, meant, row));
    return sent?.id ?? '';
  });
}

/** It is something about the message that isn't taken. */
function isOdd(why: string | undefined): boolean {
  return why === 'status-400' || why === 'status-413';
}

function carriesFile({ attachments = [] }: Partial<Activity>): boolean {
  return attachments.some(({ content }) => typeof Object(content).file === 'string');
}

function marked(
  { isKeyed = false, findPosted }: DeliveryChannel,
  activity: Partial<Activity>,
  { id, case: about }: PostedRow,
): Partial<Activity> {
  if (isKeyed) return { ...activity, channelData: { ...activity.channelData, key: id } };
  if (findPosted === undefined) return activity;
  return { ...activity, channelData: { ...activity.channelData, key: id, ...(about !== null && { about }) } };
}

/** Caught within the turn: an adapter may hand what escapes one to an error handler of its own. */
async function inTurn(
  { adapter, appId }: DeliveryChannel,
  { reference }: PostedTo,
  way: (context: TurnContext) => Promise<string>,
): Promise<DeliveryOutcome> {
  let outcome: DeliveryOutcome = { kind: 'unclear', why: 'not-posted' };
  try {
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      atReference(context, reference.activityId);
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

/** The SDK gives such a turn a made-up id, and would post a reply to a message that doesn't exist. */
function atReference({ activity }: TurnContext, activityId: string | undefined): void {
  if (activityId === undefined) delete (activity as Partial<Activity>).id;
  else activity.id = activityId;
}
