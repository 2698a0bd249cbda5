import type { Draft } from '../../knowledge/index.ts';

/**
 * Where a case stands. `waiting`: on the desk, nobody has it. `claimed`: somebody has. `solved`: they say that it is
 * solved, and the person was asked. `closed`: over; it can be reopened for a time.
 */
export type CaseStatus = 'waiting' | 'claimed' | 'solved' | 'closed';

/** How a case ended. */
export type Ending = 'confirmed' | 'silence' | 'withdrawn' | 'self-solved' | 'handed-over';

/** Steps of a meeting's coming and going: `over` once it has run for more than an hour. */
export type Urgency = 'soon' | 'now' | 'over';

/** Whom a case is for, by the channel's verified identity. */
export interface Requester {
  /** `teams:<tenant>:<aadObjectId>`, `slack:<team>:<user>` or `web:<session>`. */
  readonly person: string;
  /** As the channel or the person gave it, one plain line; null for a guest who gave none. */
  readonly name: string | null;
  readonly channel: 'teams' | 'slack' | 'web';
  readonly tenant: string | null;
  readonly isGuest: boolean;
  /** The key of their private conversation, as turns know it. */
  readonly conversation: string;
  /** Where to write to them, as their channel's adapter takes it; opaque here. */
  readonly reference: object;
  readonly email: string | null;
  /** IANA; null where the channel doesn't tell. */
  readonly timeZone: string | null;
}

/** Somebody at the desk. */
export interface Agent {
  /** A person of a channel (`teams:<tenant>:<aadObjectId>`), or `page:<name>` at the desk page. */
  readonly id: string;
  /** One plain line. */
  readonly name: string;
  /** How they act: in the desk's conversation, on the desk page, or by a signed link to one case. */
  readonly via: 'desk' | 'page' | 'link';
}

/** Who has a case, and since when nothing was heard of them. Times are UTC, ISO 8601, here and in all of a case. */
export interface Claim {
  readonly by: Agent;
  readonly since: string;
  /** The last reply, note, question, call, or word of the person that they have to answer. */
  readonly activeAt: string;
  /** How often *Still on it* was tapped since the last activity: at most four times. */
  readonly renewals: number;
  /** Its holder was asked whether they are still on it, and hasn't answered. */
  readonly isAsked: boolean;
  /** The last word was the desk's, so the clock stands still. */
  readonly waitsForPerson: boolean;
}

/** What became of the newest answer to the person. Of a guest it is an answer, too, that they are asked whether they are in. */
export interface LastAnswer {
  /** The id of its entry. */
  readonly entry: string;
  readonly at: string;
  readonly deliveredAt: string | null;
  /** Why it wasn't, as a code; null while it may still be. */
  readonly failed: string | null;
  readonly readAt: string | null;
  /** It asks whether they are in; `void`: the desk has begun the case again since. Absent for an answer. */
  readonly question?: 'open' | 'void';
  /** When the first of those before it was delivered that weren't read either; null or absent where there is none. */
  readonly unreadSince?: string | null;
}

/** A mail about an answer that wasn't read. */
export interface AnswerMail {
  /** The id of the answer's entry. */
  readonly entry: string;
  /** Why it was not accepted, as a code; null while it may still be. */
  readonly failed: string | null;
}

/** One case. Plain JSON, at most some 20 KB; never changed in place. */
export interface Case {
  /** `UN-` and six letters and digits that can't be mistaken for each other. Not a secret. */
  readonly id: string;
  /** Counts commits, from 1. */
  readonly revision: number;
  readonly status: CaseStatus;
  readonly requester: Requester;
  /** Which line of the helpdesk has it: the first, or the one that it is escalated to. */
  readonly line: 'first' | 'next';
  /**
   * The entry by which it is being handed to the next line by mail, which hasn't been accepted yet; null or absent where
   * it isn't. Until then the case stays with whoever has it.
   */
  readonly handingOver?: string | null;
  readonly draft: Draft;
  /** The desk has given answers in the person's place: what the person answers elsewhere no longer replaces them. */
  readonly isDiagnosed?: true;
  /** What the person wrote to go with it; secrets are masked. */
  readonly text: string;
  /** When their meeting starts, as far as they said. */
  readonly startsAt: string | null;
  /** How near that is, as the desk's card was last drawn for by time alone; left out while it isn't within the hour. */
  readonly urgency?: Urgency;
  readonly openedAt: string;
  /** Since when it waits for somebody to take it: when it was opened, released, or went back to the queue. */
  readonly queuedAt: string;
  /** How often it was repeated to the desk since then: at most twice. */
  readonly repeats: number;
  /** Present in `claimed` and `solved`, and kept in `closed`, so that whoever reopens it finds the same agent. */
  readonly claim: Claim | null;
  /** Who hears what the person types. `agent` in `claimed` alone. */
  readonly hears: 'bot' | 'agent';
  /** The true cause, by whoever solved it: a category of the pack, or `other`. */
  readonly solved: {
    readonly at: string;
    readonly cause: string;
    /** When the person last said something since: silence counts from then. */
    readonly heardAt?: string;
  } | null;
  readonly closed: { readonly at: string; readonly how: Ending } | null;
  readonly lastAnswer: LastAnswer | null;
  /** When a mail about an unread answer was accepted; null where none was, or the person has come back since. */
  readonly mailedAt: string | null;
  /** That mail, from when it is due until it is accepted or they have come back; null or absent where there is none. */
  readonly mailing?: AnswerMail | null;
  /** The desk's channel has accepted it, or somebody saw it on the desk page. */
  readonly isOnScreen: boolean;
  /** The person can't be written to any more: sending has stopped. */
  readonly isUnreachable: boolean;
  /** When the person last said that it is stuck. */
  readonly stuckAt: string | null;
  /** The person was told once that what they type is added. */
  readonly hasToldAdded: boolean;
  /** What was added since it was sent, newest last; the newest ones, for the card. The trail has all. */
  readonly added: readonly string[];
  /** Names of the files that came with it, in their order. */
  readonly files: readonly string[];
}
