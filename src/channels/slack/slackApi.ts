import type { KnownBlock, View } from '@slack/web-api';
import type { Rank } from './paceQueue.ts';

/** Where a message goes. */
export interface SlackTarget {
  readonly channel: string;
  /** The message in whose thread it is posted; null for the channel itself. */
  readonly thread: string | null;
}

/** A message as Slack takes it. */
export interface SlackMessage {
  /** For notifications and screen readers, escaped. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** Found again by it in the history; left out where it may be lost or come twice. */
  readonly mark?: SlackMark | undefined;
}

/** What a message carries for us alone: its metadata. */
export interface SlackMark {
  /** The id of the outbox row. */
  readonly outbox: string;
  /** The id of the case; left out where it is about none. */
  readonly case?: string | undefined;
}

/** A file for a conversation. */
export interface SlackUpload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Whether a message was posted: with its ts as its id, certainly not, or nobody can tell. */
export type SlackFound =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' };

/** The bot in its workspace. */
export interface SlackIdentity {
  readonly team: string;
  /** The bot's user. */
  readonly user: string;
}

/** Somebody in the workspace. */
export interface SlackPerson extends SlackPersonShown {
  /** The workspaces of which they are; empty for apps, for those who are gone, and where nobody can tell. */
  readonly teams: readonly string[];
}

/** Somebody as far as it is shown. */
export interface SlackPersonShown {
  /** '' where nobody can tell. */
  readonly name: string;
  /** IANA; null where nobody can tell. */
  readonly timeZone: string | null;
}

/**
 * What is asked of Slack's Web API. Each call is made once, within its time; what fails throws a `SlackCallError`, which
 * says by its `statusCode` what that means for the message, as `bots/outcomeOfFault` reads it.
 */
export interface SlackApi {
  whoAmI(): Promise<SlackIdentity>;
  /**
   * Gives the message's ts. Waits for its turn in the channel. A message for a thread that Slack has put beside it, since
   * the thread is gone, counts as refused where it is the outbox's.
   */
  post(target: SlackTarget, message: SlackMessage, rank: Rank): Promise<string>;
  /** For one person alone; it may be lost. Waits for its turn in the channel. */
  postEphemeral(target: SlackTarget, user: string, message: SlackMessage): Promise<void>;
  /** Without a mark it keeps the one that it has. */
  update(channel: string, ts: string, message: SlackMessage, rank: Rank): Promise<void>;
  /** Changes a message by the address that came with a click on it, which may be anything: only Slack's are called. */
  respond(responseUrl: string, message: SlackMessage): Promise<void>;
  /** Says something to whoever did what that address came with, where they did it; it may be lost. Else as `respond`. */
  tellAlone(responseUrl: string, text: string): Promise<void>;
  /** Within two seconds: the trigger lives for three. */
  openModal(trigger: string, view: View): Promise<void>;
  publishHome(user: string, view: View): Promise<void>;
  /** The direct message with somebody: its channel. Asked for once. */
  openDirect(user: string): Promise<string>;
  /** Looks through the newest messages since then, once; never throws. */
  find(target: SlackTarget, outbox: string, since: Date): Promise<SlackFound>;
  /** Never throws: who can't be asked for has no name. Kept for an hour. */
  person(user: string): Promise<SlackPerson>;
  /**
   * Puts files into a conversation as one message, with words; '' for none. Nobody sees any of them where it
   * fails. Waits for its turn in the channel. It carries no mark: after an unclear answer nobody can look for it.
   */
  upload(target: SlackTarget, files: readonly SlackUpload[], words: string): Promise<void>;
}
