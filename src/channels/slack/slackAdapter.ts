import {
  type Activity,
  ActivityTypes,
  type ConversationReference,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import { isContinued, OwnAdapter } from '../ownAdapter.ts';
import type { Rank } from './paceQueue.ts';
import type { SlackApi, SlackMessage } from './slackApi.ts';
import { postWithFiles, type SlackGivingParts } from './slackGiving.ts';
import { slackMessage } from './slackMessage.ts';
import { targetOf } from './slackPlace.ts';
import { slackTurnOf } from './slackTurn.ts';

/** What Slack says of a thread whose first message is gone. Source: docs.slack.dev, "chat.postMessage", errors. */
const NO_THREAD: ReadonlySet<string> = new Set([
  'thread_not_found',
  'invalid_thread_ts',
  'cannot_reply_to_message',
  'message_not_found',
]);

/** What the adapter needs. */
export interface SlackAdapterParts extends SlackGivingParts {
  readonly api: SlackApi;
}

/** The bot's side of Slack: what it says is posted, with the files on it, in the thread that it answers in. */
export class SlackAdapter extends OwnAdapter {
  readonly #parts: SlackAdapterParts;
  readonly #api: SlackApi;

  constructor(parts: SlackAdapterParts) {
    super();
    this.#parts = parts;
    this.#api = parts.api;
  }

  /** Posts the messages among the activities, one after another; each `id` is the message's ts. */
  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    for (const activity of activities) sent.push({ id: await this.#send(context, activity) });
    return sent;
  }

  /** Puts a message in the place of the one with this ts. */
  override async updateActivity(context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    const id = activity.id ?? '';
    const message = slackMessage(activity);
    const { ephemeral } = slackTurnOf(context.activity);
    // What one person alone sees has no ts to change it by.
    if (ephemeral !== null && context.activity.replyToId === id) await this.#api.respond(ephemeral, message);
    else await this.#api.update(targetOf(context.activity).channel, id, message, rankOf(context.activity));
    return { id };
  }

  /** The bot takes nothing back: what it has said stays. */
  override async deleteActivity(_: TurnContext, __: Partial<ConversationReference>): Promise<void> {
    throw new TypeError('the bot deletes no message in Slack');
  }

  /** In a direct message whose thread isn't there any more, what is said in it is answered beside it. */
  async #post(to: Partial<Activity>, message: SlackMessage): Promise<string> {
    const target = targetOf(to);
    try {
      return await this.#api.post(target, message, rankOf(to));
    } catch (error) {
      const isGone = NO_THREAD.has(String(Object(error).slackCode));
      if (!isGone || slackTurnOf(to).thread === null) throw error;
      return this.#api.post({ ...target, thread: null }, message, rankOf(to));
    }
  }

  async #send(context: TurnContext, activity: Partial<Activity>): Promise<string> {
    if (activity.type !== ActivityTypes.Message) return '';
    const target = targetOf(context.activity);
    if (activity.deliveryMode !== 'ephemeral') {
      return postWithFiles(this.#parts, { target, activity }, (behind) =>
        this.#post(context.activity, slackMessage(behind)),
      );
    }
    // In a thread that isn't there yet nobody would see it. Source: docs.slack.dev, "chat.postEphemeral", `thread_ts`.
    const where = slackTurnOf(context.activity).beginsThread ? { ...target, thread: null } : target;
    await this.#api.postEphemeral(where, context.activity.from.id, slackMessage(activity));
    return '';
  }
}

/** What nobody's message began the outbox sends. */
function rankOf(activity: Partial<Activity>): Rank {
  return isContinued(activity) ? 'outbox' : 'answer';
}
