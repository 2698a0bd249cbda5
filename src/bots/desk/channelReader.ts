import type { Activity, ChannelAccount, ConversationReference, TurnContext } from 'botbuilder';
import type { Heard } from '../../cards/text/enTrail.ts';

/** In what kind of conversation something was said, as far as a desk could be there. */
export type PlaceKind =
  | 'standard-channel'
  | 'private-channel'
  | 'shared-channel'
  | 'group-chat'
  | 'personal'
  | 'unknown';

/** What a channel tells of its conversations, each in its own way. */
export interface ChannelReader {
  /** The conversation's id, without what names a message in it. */
  conversationOf(activity: Partial<Activity>): string;
  /** The id of the message in whose thread it was said; null outside of threads. */
  rootOf(activity: Partial<Activity>): string | null;
  kindOf(activity: Partial<Activity>): PlaceKind;
  /**
   * To whom it was said: to the bot, as by a mention or on a card of its; into a thread that the bot reads, as whatever
   * is said there reaches it; to nobody of ours.
   */
  saidTo(activity: Partial<Activity>): 'bot' | 'thread' | 'others';
  /** Whether the thread that it was said in begins with a message of the bot’s, as far as the channel says so. */
  isInOwnThread(activity: Partial<Activity>): boolean;
  /** What it sees of what is said in the threads of its conversations: `thread` of `saidTo` comes with `all` alone. */
  readonly heard: Heard;
  /**
   * Tells whoever did something that it wasn't done. True where it is told beside the fields of a form that is still
   * open, with all that they filled in.
   */
  refuse(context: TurnContext, said: string): Promise<boolean>;
  /** Where to post in this conversation by itself, rather than in answer to what was said there. */
  referenceOf(activity: Activity): object;
  /** Whether the reference that it gives would say what this one doesn't, and needs to for `lossOf`. */
  tellsMore(activity: Partial<Activity>, reference: object): boolean;
  /** Why the bot can't post any more where such a reference goes to, as a code; null where the activity says no such thing. */
  lossOf(activity: Partial<Activity>, reference: object): string | null;
  /** Whom a message mentions besides the bot, once each, as far as it says who they are. */
  mentionsOf(activity: Partial<Activity>): readonly ChannelAccount[];
  /**
   * Somebody as the channel knows them, by any id that it has for them, as a mention or its picker gives it; null where
   * it knows nobody by that, or won't say just now.
   */
  memberOf(context: TurnContext, named: ChannelAccount): Promise<ChannelAccount | null>;
  /**
   * Somebody by a person as we write them, or by an id as those on call are configured; null where that isn't this
   * channel's. Nobody is asked: it may be somebody whom the bot has never met.
   */
  accountOf(id: string): Pick<ChannelAccount, 'id'> | null;
  /** A post that mentions them first, each by their name. At least one. */
  mentioning(activity: Partial<Activity>, accounts: readonly ChannelAccount[]): Partial<Activity>;
  /** Whether a bot can put files into a thread, so that the desk sees them there. */
  readonly takesFiles: boolean;
  /** Whether somebody put files on this, as far as the channel tells of them where others read along. */
  hasFiles(activity: Partial<Activity>): boolean;
  /** Where a reply in the thread of a message goes. */
  threadOf(reference: Partial<ConversationReference>, root: string): Partial<ConversationReference>;
}
