import type { CardJson } from '../activity.ts';
import type { ShownFile } from '../shownFile.ts';

/** Who is at the desk in this browser. */
export interface DeskMe {
  /** To be sent along with all that changes something. */
  readonly csrf: string;
  readonly name: string;
  readonly via: 'page' | 'link';
  /** The one case that they may see; null for all. */
  readonly only: string | null;
  readonly expiresAt: Date;
}

/** A case in the list. Texts are ready to be shown. */
export interface ListedCase {
  readonly id: string;
  readonly title: string;
  readonly who: string;
  readonly status: string;
  readonly state: string;
  /** Why it is urgent, in words; null where it isn't. */
  readonly urgency: string | null;
}

/** A line of a case's trail, ready to be shown. */
export interface TrailLine {
  readonly id: string;
  readonly at: Date;
  /** The same in words, by the desk’s clock. */
  readonly time: string;
  readonly who: string;
  /** `note` stays at the desk; `said` went from one side to the other. */
  readonly kind: 'said' | 'note' | 'event';
  readonly side: 'person' | 'desk' | 'bot';
  readonly text: string;
  readonly file: ShownFile | null;
}

/** A case with all that is known of it. */
export interface ShownCase {
  readonly id: string;
  readonly revision: number;
  readonly card: CardJson;
  readonly trail: readonly TrailLine[];
}

/** What is shown in answer to a deed. */
export interface DeskAnswer {
  readonly cards: readonly CardJson[];
  readonly said: string | null;
  readonly show: string | null;
  /** Nothing was done: `said` is why, and what was typed is still to be sent. */
  readonly isRefused: boolean;
}

/** Which cases a list shows. */
export type Which = 'open' | 'closed';

/** What somebody does at the desk: a click, or what they have typed. */
export type Deed =
  | { readonly case: string | null; readonly value: object }
  | { readonly case: string | null; readonly text: string };
