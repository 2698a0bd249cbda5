import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import { createPosting, type DeliveryChannel, type Posting } from '../../src/bots/outbox/posting.ts';

/** What a channel does with a message: gives its id, or throws as a client of that channel does. */
export type Take = (reference: Partial<ConversationReference>, activity: Partial<Activity>) => Promise<string>;

/** Posting as it is, over a channel in Teams’ place that does with each message as it is told. */
export function scriptedPosting(take: Take, channel: Omit<DeliveryChannel, 'adapter' | 'appId'> = {}): Posting {
  const adapter: DeliveryChannel['adapter'] = {
    async continueConversationAsync(
      _app: unknown,
      reference: Partial<ConversationReference>,
      logic: unknown,
    ): Promise<void> {
      const send = async (activity: Partial<Activity>) => ({ id: await take(reference, activity) });
      // As much of a turn as posting uses.
      const context = { activity: {}, sendActivity: send, updateActivity: send } as unknown as TurnContext;
      await (logic as (turn: TurnContext) => Promise<void>)(context);
    },
  };
  return createPosting({ msteams: { adapter, appId: '', ...channel } });
}

/** What a channel’s client throws. */
export function refusal(statusCode: number): Error {
  return Object.assign(new Error(`status ${statusCode}`), { statusCode });
}
