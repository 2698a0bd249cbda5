/** Who acts on the desk page. */
export interface DeskActor {
  readonly name: string;
  readonly via: 'page' | 'link';
  /** The one case that they may see and act on; null for all. */
  readonly only: string | null;
  /** The line of the desk that their link was signed for; left out for the whole desk. */
  readonly line?: string;
}

/** A case in the list. All texts are ready to be shown. */
export interface ListedCase {
  readonly id: string;
  readonly revision: number;
  /** What it is about. */
  readonly title: string;
  readonly who: string;
  readonly status: 'waiting' | 'claimed' | 'solved' | 'closed';
  /** Where it stands, in words: "Waiting for 12 minutes", "Ana has it". */
  readonly state: string;
  /** Why it is urgent, in words; null where it isn't. */
  readonly urgency: string | null;
}

/** A file, to be fetched by its id. */
export interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/** A line of the trail, ready to be shown. */
export interface TrailLine {
  readonly id: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  /** The same in words, by the desk's clock. */
  readonly time: string;
  readonly who: string;
  /** `note` stays at the desk; `said` went from one side to the other. */
  readonly kind: 'said' | 'note' | 'event';
  readonly side: 'person' | 'desk' | 'bot';
  readonly text: string;
  readonly file: ShownFile | null;
}

/** A case, ready to be shown. */
export interface ShownCase {
  readonly id: string;
  readonly revision: number;
  /** An Adaptive Card as JSON, the same as in a channel. */
  readonly card: object;
  readonly trail: readonly TrailLine[];
}

/** What somebody did on the page. */
export interface DeskDeed {
  readonly actor: DeskActor;
  /** Random, given by the page: the same deed counts once. */
  readonly delivery: string;
  /** The case that is shown; null for none. */
  readonly case: string | null;
  /** The data of a click. */
  readonly value?: object;
  /** What was typed. */
  readonly text?: string;
}

/** What the page shows in answer: Adaptive Cards for this agent alone, or a sentence. */
export interface DeskAnswer {
  readonly cards: readonly object[];
  readonly said: string | null;
  /** The case to show now, where the deed asked for one. */
  readonly show: string | null;
  /** Nothing was done, so that what was written for it is still needed. */
  readonly refused?: true;
}

/** The desk as its page sees it. Whoever is allowed is asked again in here. All throw `storage-failed`. */
export interface DeskPort {
  list(actor: DeskActor, which: 'open' | 'closed'): Promise<readonly ListedCase[]>;
  /** Null where there is no such case, or it isn't this actor's to see. */
  show(actor: DeskActor, id: string): Promise<ShownCase | null>;
  act(deed: DeskDeed): Promise<DeskAnswer>;
  /** Whether this actor may fetch that file, or put one into that case. */
  maySee(actor: DeskActor, id: string): Promise<boolean>;
  /** A file of the desk's has been stored: sends it to the person. */
  sendFile(deed: Omit<DeskDeed, 'value' | 'text'> & { readonly file: ShownFile }): Promise<DeskAnswer>;
  changedSince(at: Date): Promise<readonly { readonly case: string; readonly revision: number }[]>;
}
