import type { TurnContext } from 'botbuilder';
import type { DialogSet } from 'botbuilder-dialogs';
import { type CaseStep, runCase } from '../dialogs/runCase.ts';
import { newDraft, type Pack } from '../knowledge/index.ts';
import type { Log } from '../log.ts';
import type { Turns, WorkResult } from '../turn/runTurn.ts';
import type { LoadedTurn } from '../turn/turnStore.ts';
import { type HeldReplies, holdReplies } from './heldReplies.ts';
import { sendReplies } from './sendReplies.ts';
import { turnKeysOf } from './turnKeys.ts';
import { webMessagesOf } from './webMessages.ts';

export interface PersonalTurnParts {
  readonly turns: Turns;
  readonly dialogs: DialogSet;
  readonly pack: Pack;
  /** Whether a channel delivers by writing: its replies are part of the commit and aren't sent. */
  readonly deliversByWriting: (channelId: string) => boolean;
  /** What stands in the history of such a channel for a join link that was typed. */
  readonly linkGiven: string;
  readonly log: Log;
}

/** Turns in a private chat. Each runs the dialogs, commits once, and then answers with one card. */
export interface PersonalTurns {
  /** Goes on with what the person did. */
  goOn(context: TurnContext): Promise<void>;
  /** Shows the first card to somebody who has never had it; others get nothing. */
  greet(context: TurnContext): Promise<void>;
  /** Shows where the person is; the first card to somebody new. */
  showCurrent(context: TurnContext): Promise<void>;
}

type Work = (loaded: LoadedTurn) => Promise<WorkResult<null>>;

/** Private turns over the case dialogs. */
export function createPersonalTurns(parts: PersonalTurnParts): PersonalTurns {
  return {
    goOn: (context) => privateTurn(parts, context, (held) => work(parts, { context, held, step: 'go-on' })),
    showCurrent: (context) => privateTurn(parts, context, (held) => work(parts, { context, held, step: 'show-again' })),
    greet: (context) =>
      privateTurn(parts, context, (held) => async (loaded) => {
        if (loaded.greeted) return nothing(parts.pack, loaded);
        return work(parts, { context, held, step: 'show-again' })(loaded);
      }),
  };
}

function work(
  { dialogs, pack, deliversByWriting, linkGiven }: PersonalTurnParts,
  { context, held, step }: { context: TurnContext; held: HeldReplies; step: CaseStep },
): Work {
  return async ({ state: stored }) => {
    held.clear();
    const state = await runCase({ dialogs, pack }, context, { state: stored, step });
    const byWriting = deliversByWriting(context.activity.channelId);
    const messages = byWriting ? webMessagesOf(context.activity, held, linkGiven) : [];
    return { state, greeted: true, messages, reply: null };
  };
}

async function privateTurn(
  parts: PersonalTurnParts,
  context: TurnContext,
  workWith: (held: HeldReplies) => Work,
): Promise<void> {
  const held = holdReplies(context);
  const byWriting = parts.deliversByWriting(context.activity.channelId);
  try {
    await parts.turns.run(turnKeysOf(context.activity), workWith(held), async (result) => {
      if (byWriting) return;
      // Committed, but the process ended before the answer was sent: the person gets the current card again.
      if (result.outcome === 'repeat') await showAgain(parts, { context, held, loaded: result.loaded });
      await sendReplies(context, held, parts.log);
    });
  } finally {
    held.release();
  }
}

async function showAgain(
  { dialogs, pack }: PersonalTurnParts,
  { context, held, loaded }: { context: TurnContext; held: HeldReplies; loaded: LoadedTurn },
): Promise<void> {
  held.clear();
  await runCase({ dialogs, pack }, context, { state: loaded.state, step: 'show-again' });
}

function nothing(pack: Pack, { state }: LoadedTurn): WorkResult<null> {
  return { state: state ?? { draft: newDraft(pack), dialogStack: [] }, greeted: true, messages: [], reply: null };
}
