import type { Case } from '../helpdesk/cases/case.ts';
import type { CaseWrite } from '../helpdesk/cases/caseStore.ts';
import type { HandOver } from '../helpdesk/cases/handOver.ts';
import type { NewOutboxRow } from '../helpdesk/outbox.ts';
import type { Draft } from '../knowledge/index.ts';

/** What is kept of a conversation between turns. JSON, under 4 KB, and the text of a hand-over on top of that. */
export interface ConversationState {
  readonly draft: Draft;
  /** The dialog stack as botbuilder-dialogs keeps it; opaque here. */
  readonly dialogStack: readonly unknown[];
  readonly handOver?: HandOver;
  /** The cases that the newest card lists, in the order of its rows, by id; left out where it is another card. */
  readonly listed?: readonly string[];
}

/** Whose turn it is. */
export interface TurnKeys {
  /** `<channel>:<tenant>:<conversation id>` */
  readonly conversation: string;
  /** The message as the channel delivered it: `<conversation>:<activity id>`. Null when the channel gives no id. */
  readonly delivery: string | null;
  /** `teams:<tenant>:<aadObjectId>`, `slack:<team>:<user>` or `web:<session>`. */
  readonly person: string;
}

/** What a turn starts from. */
export interface LoadedTurn {
  /** 0 for a conversation that has never been stored. */
  readonly version: number;
  readonly state: ConversationState | null;
  /** The person has had the first card, in this or another conversation. */
  readonly greeted: boolean;
  /** This delivery was committed before. */
  readonly seen: boolean;
  /** The case of this conversation that isn't closed; there is one at most. */
  readonly live: Case | null;
}

/** All that a turn writes, in one transaction. */
export interface TurnChanges {
  readonly keys: TurnKeys;
  /** The version that the turn started from. */
  readonly version: number;
  /** Null for a turn that is no conversation's, such as one of the desk: no row is written, and no version asked. */
  readonly state: ConversationState | null;
  /** The person has now had the first card. */
  readonly greeted: boolean;
  /** Activities for a channel that delivers by writing, in their order; empty on the others. */
  readonly messages: readonly object[];
  /** What must reach somebody else, in its order. */
  readonly outbox: readonly NewOutboxRow[];
  /** Cases that the turn changed, with their trail; the audit is written from them. */
  readonly cases: readonly CaseWrite[];
  /** When the turn ran, UTC. */
  readonly at: Date;
}

/** Where turns are kept. */
export interface TurnStore {
  load(keys: TurnKeys): Promise<LoadedTurn>;
  /**
   * Writes everything or nothing. `conflict`: another turn of the conversation or of a case was committed since `load`,
   * or this delivery was; nothing was written, load again. Throws `storage-failed`.
   */
  commit(changes: TurnChanges): Promise<'committed' | 'conflict'>;
  /**
   * Notes a delivery as dealt with that changed nothing else, as a mention where others read along; does nothing where
   * it is noted already or has no id. Throws `storage-failed`.
   */
  note(keys: TurnKeys, at: Date): Promise<void>;
}
