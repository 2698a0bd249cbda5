import { type Activity, type ConversationReference, TurnContext } from 'botbuilder';

/** Where to post in the conversation of an activity by itself; `channelOf`: its id without what names a message in it. */
export function placeReference(
  activity: Activity,
  channelOf: (conversation: string) => string,
): Partial<ConversationReference> {
  const { activityId: _, user: __, ...reference } = TurnContext.getConversationReference(activity);
  return { ...reference, conversation: { ...activity.conversation, id: channelOf(activity.conversation.id) } };
}

/** The same in the thread of a message; `threadOf`: the id of a conversation with what names that message. */
export function threadReference(
  reference: Partial<ConversationReference>,
  threadOf: (conversation: string) => string,
): Partial<ConversationReference> {
  const { conversation } = reference;
  if (conversation === undefined) return reference;
  return { ...reference, conversation: { ...conversation, id: threadOf(conversation.id) } };
}
