import type { TurnContext } from 'botbuilder';
import { DialogContext, type DialogInstance, type DialogSet, DialogTurnStatus } from 'botbuilder-dialogs';
import { type Draft, newDraft, type Pack, reconcile } from '../knowledge/index.ts';
import type { ConversationState } from '../turn/turnStore.ts';
import { setCaseTurn } from './caseTurn.ts';
import { MAIN_DIALOG } from './mainDialog.ts';

/** What to do with a case in a turn: go on with what came in, or show again where the person is. */
export type CaseStep = 'go-on' | 'show-again';

/** Runs the dialogs over the stored state of a conversation and returns the next. Replies go through the context. */
export async function runCase(
  { dialogs, pack }: { dialogs: DialogSet; pack: Pack },
  context: TurnContext,
  { state, step }: { state: ConversationState | null; step: CaseStep },
): Promise<ConversationState> {
  const caseTurn = { draft: draftOf(pack, state) };
  setCaseTurn(context, caseTurn);
  const stack = { dialogStack: knownStack(dialogs, state) };
  const dc = new DialogContext(dialogs, context, stack);
  if (step === 'show-again' && dc.activeDialog) {
    await dc.repromptDialog();
  } else {
    const { status } = await dc.continueDialog();
    if (status !== DialogTurnStatus.waiting) await dc.beginDialog(MAIN_DIALOG);
  }
  return { draft: caseTurn.draft, dialogStack: stack.dialogStack };
}

function draftOf(pack: Pack, state: ConversationState | null): Draft {
  return state ? reconcile(pack, state.draft) : newDraft(pack);
}

/**
 * The stored stack, copied so that a turn which runs again starts from the same. A dialog that this version
 * doesn't have would leave the person stuck for ever, so such a stack is dropped: it is rebuilt from the draft.
 */
function knownStack(dialogs: DialogSet, state: ConversationState | null): DialogInstance[] {
  const stack = structuredClone(state?.dialogStack ?? []) as DialogInstance[];
  return stack.every(({ id }) => dialogs.find(id) !== undefined) ? stack : [];
}
