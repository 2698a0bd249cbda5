import type { SlackFile } from './slackFile.ts';

/** Who did something, and what makes its delivery the same however often it comes. */
interface Delivered {
  /** Of one thing that was done: the event's id, or what stands for it (`docs/slack.md`, "Deliveries"). */
  readonly delivery: string;
  /** The workspace. */
  readonly team: string;
  readonly user: string;
}

/** Somebody wrote a message, with files or without. */
export interface SlackMessageInput extends Delivered {
  readonly kind: 'message';
  readonly channel: string;
  /** A direct message with the bot, or a channel, public or private. */
  readonly where: 'direct' | 'channel';
  readonly ts: string;
  /** The message that its thread begins with; null outside of threads. */
  readonly thread: string | null;
  /** As Slack writes it: escaped, with links and mentions in angle brackets. */
  readonly text: string;
  readonly files: readonly SlackFile[];
  /** Its thread begins with a message of the bot’s. */
  readonly isInOwnThread: boolean;
  /** It was delivered because it mentions the bot. */
  readonly isMention: boolean;
  /** People of other organisations are in the channel, too. */
  readonly isShared: boolean;
}

/** Somebody tapped a button, or chose from a menu. */
export interface SlackClickInput extends Delivered {
  readonly kind: 'click';
  /** Null on the App Home tab. */
  readonly channel: string | null;
  readonly where: 'direct' | 'channel' | 'home';
  /** The message with the button; null on the App Home tab. */
  readonly message: string | null;
  /** The message that its thread begins with; null outside of threads. */
  readonly thread: string | null;
  /** `open:…` opens a form. */
  readonly actionId: string;
  /** What the button sends back: JSON. */
  readonly value: string;
  /** Opens one modal within three seconds. */
  readonly trigger: string;
  /** Where the message can be changed by; for an ephemeral one there is no other way. */
  readonly responseUrl: string | null;
  readonly isEphemeral: boolean;
}

/** Somebody sent a modal. */
export interface SlackSubmissionInput extends Delivered {
  readonly kind: 'submission';
  /** What the modal was opened with. */
  readonly metadata: string;
  /** What stands in each field, by the field's id; '' where nothing does. */
  readonly values: Readonly<Record<string, string>>;
}

/** `/unstuck`, with words or without. */
export interface SlackCommandInput extends Delivered {
  readonly kind: 'command';
  readonly text: string;
  /** By which they can be told something where they gave it. */
  readonly responseUrl: string | null;
}

/** *Get help with this*, on somebody's message. */
export interface SlackShortcutInput extends Delivered {
  readonly kind: 'shortcut';
  /** Of the message; '' where it has none. */
  readonly text: string;
  /** By which they can be told something where they did it. */
  readonly responseUrl: string | null;
}

/** Somebody looks at the App Home tab. */
export interface SlackHomeInput extends Delivered {
  readonly kind: 'home';
}

/** The app was taken out of the workspace, or the bot's token withdrawn. */
export interface SlackLeftInput {
  readonly kind: 'left';
  readonly team: string;
}

/** What Slack delivers, read once at the door. */
export type SlackInput =
  | SlackMessageInput
  | SlackClickInput
  | SlackSubmissionInput
  | SlackCommandInput
  | SlackShortcutInput
  | SlackHomeInput
  | SlackLeftInput
  /** Nothing for us: taken and left alone. */
  | { readonly kind: 'nothing' };

/** By which of the three ways something is delivered, over HTTP and over a socket alike. */
export type SlackWay = 'events' | 'actions' | 'commands';
