import type { Activity } from 'botbuilder';

/** What only this channel knows of an activity; it stays in this process. */
export interface SlackTurn {
  /** The message that the thread of a direct message begins with, in which it was said. */
  readonly thread: string | null;
  /** It was said outside of threads, in a channel: its thread begins with it. */
  readonly beginsThread: boolean;
  /** The bot was mentioned. */
  readonly isMention: boolean;
  /** It was said in a channel in which people of other organisations are, too. */
  readonly isShared: boolean;
  /** Its thread begins with a message of the bot’s. */
  readonly isInOwnThread: boolean;
  /** The only address by which the message that was clicked can be changed, since one person alone sees it. */
  readonly ephemeral: string | null;
}

const NOTHING: SlackTurn = {
  ...{ thread: null, beginsThread: false, isMention: false, isShared: false, isInOwnThread: false },
  ephemeral: null,
};

/** Reads it from an activity of this channel. */
export function slackTurnOf({ channelData }: Partial<Activity>): SlackTurn {
  // What our own parser has put there.
  return { ...NOTHING, ...(channelData?.slack as Partial<SlackTurn> | undefined) };
}
