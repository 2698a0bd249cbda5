import type { Case } from '../cases/case.ts';
import type { NewOutboxRow } from '../outbox.ts';

/** A conversation in which a line of the helpdesk works. */
export interface DeskPlace {
  readonly line: Case['line'];
  /** `<channel>:<tenant>:<conversation id>`, without what names a message in it. */
  readonly key: string;
  /** The channel's name in activities: `msteams` or `slack`. */
  readonly channel: string;
  /** Where to post, as the channel's adapter takes it; opaque here. */
  readonly reference: object;
  /** Who set it: a person, or null for the configuration. */
  readonly setBy: string | null;
  readonly setAt: string;
  /** Why nothing can be posted there any more, as a code; null while it can. */
  readonly lost: string | null;
}

/** Who has changed where the desk is: a person, or null for the configuration; and when. */
export interface PlaceChange {
  readonly by: string | null;
  readonly at: Date;
}

/** Where the desk's conversations are kept, and each change of that noted. All throw `storage-failed`. */
export interface DeskPlaces {
  get(line: Case['line']): Promise<DeskPlace | null>;
  /** The line that works in this conversation; null for any other. */
  at(key: string): Promise<DeskPlace | null>;
  /** `outbox`: what has to be done because of it, written with it or not at all. */
  set(place: DeskPlace, change: PlaceChange, outbox?: readonly NewOutboxRow[]): Promise<void>;
  markLost(key: string, why: string, at: Date): Promise<void>;
}

/** The message of a case on the desk, in whose thread everything about it is. */
export interface DeskPost {
  readonly case: string;
  /** The place's key. */
  readonly place: string;
  /** The id of the root message. */
  readonly root: string;
  /** A hash of what it last showed, and when that was. */
  readonly shown: string;
  readonly shownAt: string;
}

/** All throw `storage-failed`. */
export interface DeskPosts {
  get(id: string, place: string): Promise<DeskPost | null>;
  /** The case whose root message that is, in this place. */
  caseOf(place: string, root: string): Promise<string | null>;
  /** `outbox`: what has to follow it, written with it or not at all. Of a case that is gone, nothing is. */
  save(post: DeskPost, outbox?: readonly NewOutboxRow[]): Promise<void>;
}

/** Somebody who was seen at the desk, so that they can be assigned by name. */
export interface DeskMember {
  /** As `Agent.id`. */
  readonly id: string;
  readonly name: string;
  /** How the channel addresses them in a mention; opaque here. Null at the page. */
  readonly account: object | null;
}

/** All throw `storage-failed`. */
export interface DeskMembers {
  see(member: DeskMember, at: Date): Promise<void>;
  get(id: string): Promise<DeskMember | null>;
  list(limit: number): Promise<readonly DeskMember[]>;
}
