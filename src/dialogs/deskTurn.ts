import type { HandOverFields } from '../cards/actions.ts';
import type { PersonClick } from '../cards/caseActions.ts';
import type { DeskSide } from '../cards/views/viewContext.ts';
import type { Case } from '../helpdesk/cases/case.ts';
import type { HandOver } from '../helpdesk/cases/handOver.ts';
import type { Draft } from '../knowledge/index.ts';

/** Why a hand-over can't be sent as it is; what is wrong is said on its card. */
export type HandOverFault = 'too-long' | 'not-an-address' | 'not-a-time' | 'masked' | 'no-room';

/** What the dialogs may do with the helpdesk in the turn in hand. */
export interface DeskTurn {
  /** The case of this conversation that isn't closed, as it is by now. */
  readonly live: Case | null;
  /** What was written for the helpdesk and not sent yet. */
  readonly handOver: HandOver;
  /** The message brought files, and they are kept for a case that may be sent. */
  readonly keepsFiles: boolean;
  /**
   * Sentences on what became of a part of what was typed or sent: they stand above whatever card answers it, or come
   * alone where none does. Whoever finds something to say adds it here.
   */
  readonly besides: string[];
  /** A card that is drawn anew goes on with what stands in the fields of the one before it. */
  readonly keepsFields: boolean;
  /** For the views. */
  side(): DeskSide;
  /** Keeps what stands in the fields of the hand-over card; null when it may be sent like that. */
  fill(fields: HandOverFields): HandOverFault | null;
  /**
   * The same of an earlier card: what is new in them is taken besides what is there. `nothing-new` where there is
   * nothing of the kind; `no-room` where its text would be too much, so that nothing of it was taken.
   */
  fillFromEarlier(fields: HandOverFields): 'taken' | 'nothing-new' | 'no-room';
  /** Adds something typed to what is to be handed over. */
  write(text: string): HandOverFault | null;
  /**
   * Gives back what was masked, in what stands in the fields now. `masked` when something else in them had to be;
   * `forgotten` when it has to be typed again, and will be left as it is then.
   */
  unmask(fields: HandOverFields): 'masked' | 'forgotten' | null;
  /** Lists on the card what goes along, a row each from that part on; with null it no longer does. */
  choose(from: number | null): void;
  /** Something doesn't go along, or does again. */
  leaveOut(what: string, isOut: boolean): void;
  /** Sends the case as it is now. */
  send(draft: Draft): Case;
  /** Adds something typed to the case; `first` when the person should be told in words that this happens. */
  add(text: string): { readonly first: boolean };
  /** Tells the case how the fix goes on. */
  note(draft: Draft): void;
  /** Leaves it to whoever runs the turn: it is about a case, and no card of the bot's answers it. */
  ask(action: PersonClick): void;
}
