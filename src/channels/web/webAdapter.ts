import {
  type Activity,
  ActivityTypes,
  type ConversationReference,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import { OwnAdapter, type TurnLogic } from '../ownAdapter.ts';
import type { WebHistory } from './webHistory.ts';

/** What the bot does with what somebody sent. It calls `taken` once that need not be sent again. */
export type WebLogic = (context: TurnContext, taken: () => void) => Promise<void>;

/** What the web adapter needs. */
export interface WebAdapterParts {
  readonly history: WebHistory;
  readonly clock: () => Date;
  /** Tells the open pages of a session that there may be something new. */
  readonly wake: (session: string) => void;
}

/**
 * The bot's side of the web channel. Delivering is writing: what is sent becomes a row of the history, from which
 * the open pages read. Replies of a turn are written by its commit and need only the waking that follows every turn.
 */
export class WebAdapter extends OwnAdapter {
  readonly #parts: WebAdapterParts;

  constructor(parts: WebAdapterParts) {
    super();
    this.#parts = parts;
  }

  /** Runs one turn, and wakes the open pages after it. */
  override async processActivity(activity: Partial<Activity>, logic: TurnLogic): Promise<void> {
    try {
      await super.processActivity(activity, logic);
    } finally {
      this.#parts.wake(sessionOf(activity));
    }
  }

  /**
   * Writes the messages among the activities; what has no place in a history, such as typing, is passed over. Messages
   * with a `channelData.key` are there once, however often they are sent.
   */
  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const kept = activities.filter(({ type }) => type === ActivityTypes.Message);
    const key = kept.map(keyOf).find((each) => each !== undefined);
    const numbers = [...(await this.#write(context, kept.map(messageRow), key))];
    return activities.map(({ type }) => ({ id: type === ActivityTypes.Message ? String(numbers.shift() ?? '') : '' }));
  }

  /** Writes that the message with this number has become another. */
  override async updateActivity(context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    const id = activity.id ?? '';
    await this.#write(context, [{ ...messageRow(activity), type: 'messageUpdate', id }]);
    return { id };
  }

  /** Writes that the message with this number is gone. */
  override async deleteActivity(context: TurnContext, reference: Partial<ConversationReference>): Promise<void> {
    await this.#write(context, [{ type: 'messageDelete', id: reference.activityId ?? '' }]);
  }

  async #write(context: TurnContext, rows: readonly object[], key?: string): Promise<readonly number[]> {
    if (rows.length === 0) return [];
    const session = sessionOf(context.activity);
    const numbers = await this.#parts.history.append(session, rows, this.#parts.clock(), key);
    this.#parts.wake(session);
    return numbers;
  }
}

function sessionOf({ conversation }: Partial<Activity>): string {
  return conversation?.id ?? '';
}

function keyOf({ channelData }: Partial<Activity>): string | undefined {
  const { key }: { readonly key?: unknown } = { ...channelData };
  return typeof key === 'string' ? key : undefined;
}

/** Only what the page reads: the conversation's id is the key to the session and stays here. */
function messageRow({ text, summary, attachments, channelData }: Partial<Activity>): object {
  const { key: _, ...told } = { ...channelData };
  return {
    type: 'message',
    from: { role: 'bot' },
    ...(text && { text }),
    ...(summary && { summary }),
    ...(attachments && { attachments }),
    ...(Object.keys(told).length > 0 && { channelData: told }),
  };
}
