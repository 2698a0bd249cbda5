import type { TurnContext } from 'botbuilder';
import { type Draft, without } from '../knowledge/index.ts';
import type { DeskTurn } from './deskTurn.ts';
import type { OpenCard } from './openCard.ts';

/** The case as it stands in the turn in hand; dialogs replace the draft, nothing else changes it. */
export interface CaseTurn {
  draft: Draft;
  /**
   * What the person has before them when the turn begins: a card, which the first prompt takes over without showing
   * it again; `lost` when there was one that can't be read any more; `none` for somebody new. `none` after that.
   */
  before: OpenCard | 'lost' | 'none';
  /** The helpdesk, for this person in this turn; null where there is none. */
  readonly desk: DeskTurn | null;
}

const CASE = Symbol('case');

/** Gives the turn its case. */
export function setCaseTurn(context: TurnContext, caseTurn: CaseTurn): void {
  context.turnState.set(CASE, caseTurn);
}

/** Goes on from another draft. Behind a card over that of a sent case is the fix. */
export function goTo(caseTurn: CaseTurn, draft: Draft): void {
  caseTurn.draft = caseTurn.desk?.live ? without(draft, 'below') : draft;
}

/** The case of this turn; throws where none was set, which is a fault of the code. */
export function caseTurnOf(context: TurnContext): CaseTurn {
  const caseTurn: CaseTurn | undefined = context.turnState.get(CASE);
  if (!caseTurn) throw new TypeError('the turn has no case');
  return caseTurn;
}
