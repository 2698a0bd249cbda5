import type { TurnContext } from 'botbuilder';
import type { Draft } from '../knowledge/index.ts';

/** The case as it stands in the turn in hand; dialogs replace the draft, nothing else changes it. */
export interface CaseTurn {
  draft: Draft;
}

const CASE = Symbol('case');

/** Gives the turn its case. */
export function setCaseTurn(context: TurnContext, caseTurn: CaseTurn): void {
  context.turnState.set(CASE, caseTurn);
}

/** The case of this turn; throws where none was set, which is a fault of the code. */
export function caseTurnOf(context: TurnContext): CaseTurn {
  const caseTurn: CaseTurn | undefined = context.turnState.get(CASE);
  if (!caseTurn) throw new TypeError('the turn has no case');
  return caseTurn;
}
