import type { TurnContext } from 'botbuilder';
import { DialogContext, type DialogInstance, type DialogSet, DialogTurnStatus } from 'botbuilder-dialogs';
import type { HandOver } from '../helpdesk/cases/handOver.ts';
import { newDraft, type Pack, reconcile } from '../knowledge/index.ts';
import type { ConversationState } from '../turn/turnStore.ts';
import { CARD_PROMPT } from './cardPrompt.ts';
import { type CaseTurn, setCaseTurn } from './caseTurn.ts';
import type { DeskTurn } from './deskTurn.ts';
import { leaveClosedCase } from './leaveClosedCase.ts';
import { MAIN_DIALOG } from './mainDialog.ts';
import { openCardIn } from './openCard.ts';
import { isAtHandOver } from './placeIn.ts';

/** What to do with a case in a turn: go on with what came in, or show again where the person is. */
export type CaseStep = 'go-on' | 'show-again';

/**
 * Runs the dialogs over the stored state of a conversation and returns the next. Replies go through the context.
 *
 * Of what was stored only the draft and the open card count, each as far as it can be read. The dialogs are walked anew
 * from the draft, to the prompt that has the card open, so a state that another version left, or that was damaged, goes
 * on or is shown again: nobody is stuck with it.
 */
export async function runCase(
  { dialogs, pack }: { dialogs: DialogSet; pack: Pack },
  context: TurnContext,
  { state, step, desk }: { state: ConversationState | null; step: CaseStep; desk: DeskTurn | null },
): Promise<ConversationState> {
  const stored = { draft: state ? reconcile(pack, state.draft) : newDraft(pack), before: beforeOf(state), desk };
  const caseTurn: CaseTurn = { desk, ...leaveClosedCase(pack, stored) };
  const { before } = caseTurn;
  setCaseTurn(context, caseTurn);
  const stack: { dialogStack: DialogInstance[] } = { dialogStack: [] };
  const dc = new DialogContext(dialogs, context, stack);
  await dc.beginDialog(MAIN_DIALOG);
  if (typeof before === 'object') await goOn(dc, step);
  const handOver = desk === null ? state?.handOver : desk.handOver;
  const isOpen = isAtHandOver(pack, caseTurn);
  return {
    draft: caseTurn.draft,
    dialogStack: stack.dialogStack,
    ...(handOver && (isOpen || !isEmpty(handOver)) && { handOver }),
  };
}

/** Nothing is kept of a hand-over in which nothing was written, once its card is no longer open. */
function isEmpty({ text, zone: _, ...others }: HandOver): boolean {
  return text === '' && Object.keys(others).length === 0;
}

async function goOn(dc: DialogContext, step: CaseStep): Promise<void> {
  if (step === 'show-again') return dc.repromptDialog();
  const { status } = await dc.continueDialog();
  if (status !== DialogTurnStatus.waiting) await dc.beginDialog(MAIN_DIALOG);
}

function beforeOf(state: ConversationState | null): CaseTurn['before'] {
  if (!state) return 'none';
  const open = openCardIn(state.dialogStack, CARD_PROMPT);
  return open ?? (state.dialogStack.length > 0 ? 'lost' : 'none');
}
