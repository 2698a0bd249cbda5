import type { AnyAction } from './anyAction.ts';

/** A run of text in one style. Never markup: renderers escape it for their channel. */
export interface Span {
  readonly text: string;
  readonly style?: 'strong' | 'code';
  readonly href?: string;
}

/** Text as the person reads it. */
export type RichText = readonly Span[];

/** A tappable row for one option of a question. */
export interface Choice {
  readonly label: string;
  /** Said under the label: an error text, a hint. */
  readonly detail?: string;
  readonly action: AnyAction;
  /** What may be typed for it besides its label and its number, alone. */
  readonly exact?: readonly string[];
  /** The same, alone or within a sentence. */
  readonly words: readonly string[];
  /** Sets of words, apart by spaces; a text that has every word of a set means this choice. */
  readonly phrases?: readonly string[];
}

/** One item of a numbered list. */
export interface ListItem {
  readonly text: RichText;
  readonly substeps?: readonly RichText[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: RichText; readonly tone?: 'quiet' }
  /** Text to be copied as it is. */
  | { readonly kind: 'copy'; readonly label: string; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'steps'; readonly items: readonly ListItem[] }
  | {
      readonly kind: 'notice';
      readonly tone: 'info' | 'warning' | 'success' | 'fault';
      readonly text: RichText;
    }
  /** `label` says the same in words. */
  | { readonly kind: 'progress'; readonly label: string; readonly done: number; readonly total: number }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      /** `mark` is the word that marks a row, told by words as well as by looks. */
      readonly rows: readonly { readonly cells: readonly string[]; readonly mark?: string }[];
    }
  | { readonly kind: 'choices'; readonly label: string; readonly choices: readonly Choice[] }
  /** Amounts, told in words by `value` and drawn as bars: `share` is how much of its room a bar takes, 0 to 1. */
  | {
      readonly kind: 'bars';
      readonly bars: readonly { readonly label: string; readonly value: string; readonly share: number }[];
    }
  /** Where the page puts the link by which a guest gets back to this case, with *Copy*. */
  | { readonly kind: 'case-link'; readonly case: string; readonly text: string }
  | InputBlock
  | PickBlock;

/** A field to type into. Its card has a button that sends it: one whose action has the field's name. */
export interface InputBlock {
  readonly kind: 'input';
  /** The name of the field in the click. */
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  /** Said when it is sent empty; left out where it may be. */
  readonly required?: string;
  /** In characters. */
  readonly maxLength: number;
  readonly multiline?: true;
  /** What stands in it at first; a time as `HH:MM`. */
  readonly value?: string;
  /** `text` where left out. What comes back of a `time` is `HH:MM`, or ''. */
  readonly type?: 'text' | 'email' | 'time';
}

/** A field to choose one of a list in. */
export interface PickBlock {
  readonly kind: 'pick';
  /** The name of the field in the click. */
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
  /** What is chosen at first. */
  readonly value?: string;
  /** Said when it is sent with nothing chosen; left out where that is fine. */
  readonly required?: string;
  /** The channel offers the people of the conversation as well; what comes back of one is the channel's id of them. */
  readonly people?: true;
}

/** What somebody fills in. */
export type FieldBlock = InputBlock | PickBlock;

export interface SubmitAction {
  readonly kind: 'submit';
  /** At most `LABEL_LIMIT` characters. */
  readonly label: string;
  readonly action: AnyAction;
  readonly style?: 'primary';
  /** What may be typed for it besides its label. */
  readonly words?: readonly string[];
}

export interface LinkAction {
  readonly kind: 'link';
  readonly label: string;
  readonly url: string;
}

export type CardAction = SubmitAction | LinkAction;

/** The longest label of a button, in characters: one line on a phone in Teams. */
export const LABEL_LIMIT = 26;

/**
 * One card, meant rather than drawn. Plain, readonly, JSON-serialisable.
 * Drawn in this order: title, blocks, actions, details, standing actions with the overflow menu.
 */
export interface CardView {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What this card asks for: aim at three. */
  readonly actions: readonly CardAction[];
  /** For whoever wants to know more before they tap; to be read only. */
  readonly details?: readonly Exclude<Block, { readonly kind: 'choices' | 'input' | 'pick' }>[];
  /** What may be typed though nothing is drawn for it. */
  readonly typed?: readonly Choice[];
  /** The ways out that every card of a case has. */
  readonly standing: readonly SubmitAction[];
  /** The overflow menu: conveniences that can also be typed. */
  readonly more: readonly SubmitAction[];
}

/** The attachment type under which a dialog sends a view that no channel has drawn yet. */
export const VIEW_CONTENT_TYPE = 'application/vnd.unstuck.card+json';

/** A view on its way to a channel, with the id that its clicks carry; none for a card without any. */
export interface OutgoingCard {
  readonly view: CardView;
  readonly card: string | null;
}

/** What compiles only when every kind has been dealt with. */
export function assertNever(kind: never): never {
  throw new TypeError(`unhandled kind: ${JSON.stringify(kind)}`);
}
