import type { KnownBlock, PlainTextElement } from '@slack/types';
import type { Activity, TurnContext } from 'botbuilder';

/** A form, drawn for a modal. */
export interface SlackForm {
  readonly blocks: readonly KnownBlock[];
  readonly title: PlainTextElement;
  readonly close: PlainTextElement;
  readonly submit?: PlainTextElement;
  /** What sending it means; null for a modal that is only to be read. */
  readonly form: SlackFormMeaning | null;
}

/** What comes of what was filled in. */
export interface SlackFormMeaning {
  /** The click that the fields are put into; null where one of `choices` is sent instead. */
  readonly send: object | null;
  /** The clicks to choose from: the value of the field `choice` is the place of one in here. */
  readonly choices?: readonly object[] | undefined;
  /** What is said beside a field that was left empty, by the field's id. */
  readonly required?: Readonly<Record<string, string>> | undefined;
}

/**
 * What a tap on a button that opens a form comes to. `click`: there is none to open, it is a click like any other.
 * `stale`: there was one on a card that isn't in force any more.
 */
export type SlackFormFound =
  | {
      readonly kind: 'form';
      readonly form: SlackForm;
      /** Once it is sent, the message with the button is done with. */
      readonly closes: boolean;
      /** What to ask for in the chat where the modal can't be opened; null where the click itself does that. */
      readonly ask: string | null;
    }
  | { readonly kind: 'click' }
  | { readonly kind: 'stale' };

/** What the channel asks of the bot. */
export interface SlackPort {
  /** Runs a turn. Calls `taken` once its delivery need not come again. */
  readonly logic: (context: TurnContext, taken: () => void) => Promise<void>;
  /** The form behind a button, or the next one after a form that was sent. Only reads; may throw `storage-failed`. */
  readonly formOf: (activity: Activity, from: 'button' | 'form') => Promise<SlackFormFound>;
  /** What somebody sees on the App Home tab. Only reads; may throw `storage-failed`. */
  readonly homeOf: (activity: Activity) => Promise<readonly KnownBlock[]>;
  /** The app was taken out of the workspace. */
  readonly onLeft: (team: string) => Promise<void>;
  /** The few words of the channel's own. */
  readonly texts: SlackWords;
}

/** What the channel says by itself. */
export interface SlackWords {
  /** A form can't be opened: the field that is asked for in the chat instead; null where there is none. */
  readonly formNotOpened: (field: string | null) => string;
  /** What a field of a person's form is called, by its id; null for every other. */
  readonly labelOf: (field: string) => string | null;
  /** In answer to a command: it goes on in a direct message. */
  readonly wroteToYou: string;
  /** No direct message can be opened. */
  readonly couldNotWrite: string;
  /** What was said there is kept, and the answer to it could not be posted. */
  readonly answerLost: string;
  /** None can be just now, and nothing was done. */
  readonly tryLater: string;
  /** Of the window that says why a form without fields was refused. */
  readonly notDone: { readonly title: string; readonly close: string };
  /** A file isn't kept any more. */
  readonly fileGone: (name: string) => string;
}

/** The action of the click that goes on, or begins, where the person is. */
export const GO_ON = { card: 'home', verb: 'my-go-on' } as const;
