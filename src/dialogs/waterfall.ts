import { type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { type Pack, type Position, positionOf } from '../knowledge/index.ts';
import { CARD_PROMPT } from './cardPrompt.ts';
import { caseTurnOf } from './caseTurn.ts';

export type DialogId = 'main' | 'scoping' | 'remediation' | 'escalation';

type Step = (step: WaterfallStepContext) => Promise<DialogTurnResult>;

/** Which dialog shows which place of a case. */
const OWNERS: Readonly<Record<Position['at'], DialogId>> = {
  hello: 'main',
  cancelled: 'main',
  help: 'main',
  change: 'main',
  question: 'scoping',
  contradiction: 'scoping',
  symptom: 'scoping',
  diagnosis: 'remediation',
  warning: 'remediation',
  branch: 'remediation',
  'admin-step': 'remediation',
  step: 'remediation',
  list: 'remediation',
  'way-in': 'remediation',
  fixed: 'remediation',
  person: 'escalation',
};

/** Where the person of this turn is. */
function positionIn(pack: Pack, step: WaterfallStepContext): Position {
  return positionOf(pack, caseTurnOf(step.context).draft);
}

/**
 * A waterfall over the draft: each step shows its card only while the person is at its place, and passes on
 * otherwise, so that a step already answered costs nothing and going back is walking again. The last step walks
 * again while the person is still at a place of this dialog.
 */
export function waterfall(id: DialogId, pack: Pack, steps: readonly Step[]): WaterfallDialog {
  const again: Step = (step) => (OWNERS[positionIn(pack, step).at] === id ? step.replaceDialog(id) : step.endDialog());
  return new WaterfallDialog(id, [...steps, again]);
}

/** A step that shows the card while the person is at such a place. */
export function showWhile(pack: Pack, isHere: (position: Position) => boolean): Step {
  return (step) => (isHere(positionIn(pack, step)) ? step.beginDialog(CARD_PROMPT) : step.next());
}

/** A step that hands over to another dialog while the person is at a place of it. */
export function handOverTo(id: DialogId, pack: Pack): Step {
  return (step) => (OWNERS[positionIn(pack, step).at] === id ? step.beginDialog(id) : step.next());
}
