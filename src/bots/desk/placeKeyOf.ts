import type { Activity } from 'botbuilder';
import { turnKeysOf } from '../turnKeys.ts';
import type { ChannelReader } from './channelReader.ts';

/** The key of a conversation, whichever message in it somebody answers. */
export function placeKeyOf(reader: Pick<ChannelReader, 'conversationOf'>, activity: Activity): string {
  const conversation = { ...activity.conversation, id: reader.conversationOf(activity) };
  return turnKeysOf({ ...activity, conversation }).conversation;
}
