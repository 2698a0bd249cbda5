import type { TurnContext } from 'botbuilder';
import type { OutgoingCard } from '../cards/model.ts';
import { AppError } from '../errors.ts';
import { newDraft, type Pack } from '../knowledge/index.ts';
import type { Log } from '../log.ts';
import type { Turns, WorkResult } from '../turn/runTurn.ts';
import type { LoadedTurn, TurnStore } from '../turn/turnStore.ts';
import { type HeldReplies, holdReplies } from './heldReplies.ts';
import { personalForm } from './personalForm.ts';
import { type PersonalDeed, type PersonalWorkParts, personalWork } from './personalWork.ts';
import { sendReplies } from './sendReplies.ts';
import { turnKeysOf } from './turnKeys.ts';

export interface PersonalTurnParts extends PersonalWorkParts {
  readonly turns: Turns;
  readonly store: Pick<TurnStore, 'load'>;
  /** Whether a channel waits too short for the answer: there a delivery need not come again once it is committed. */
  readonly isTakenAtCommit: (channelId: string) => boolean;
  /** What somebody is told, once, whose messages come too fast, or whose organisation’s do. */
  readonly refusals: Readonly<Record<'too-fast' | 'too-many', string>>;
  readonly log: Log;
}

/** Called once the channel need not deliver again: the turn is committed, and, where there is time, its answer is sent. */
export type Taken = () => void;

/** Turns in a private chat. Each runs the dialogs, commits once, and then answers with one card. */
export interface PersonalTurns {
  /** Goes on with what the person did. Throws `too-fast` where the channel can keep a message and send it again later. */
  goOn(context: TurnContext, taken: Taken): Promise<void>;
  /** Shows the first card to somebody who has never had it; others get nothing. */
  greet(context: TurnContext, taken: Taken): Promise<void>;
  /** Shows where the person is; the first card to somebody new. */
  showCurrent(context: TurnContext, taken: Taken): Promise<void>;
  /** The card whose fields a click wants filled in, as it is now; null where there is none any more. Only reads. */
  form(context: TurnContext): Promise<OutgoingCard | null>;
}

type Work = (loaded: LoadedTurn) => Promise<WorkResult<null>>;

const work =
  (parts: PersonalWorkParts, deed: PersonalDeed): Work =>
  (loaded) =>
    personalWork(parts, deed, loaded);

/** Private turns over the case dialogs. */
export function createPersonalTurns(parts: PersonalTurnParts): PersonalTurns {
  const { turns } = parts;
  return {
    goOn: (context, taken) =>
      privateTurn(parts, { context, taken, run: turns.run }, (held) => work(parts, { context, held, step: 'go-on' })),
    showCurrent: (context, taken) =>
      privateTurn(parts, { context, taken, run: turns.runUnasked }, (held) =>
        work(parts, { context, held, step: 'show-again' }),
      ),
    greet: (context, taken) =>
      privateTurn(parts, { context, taken, run: turns.runUnasked }, (held) => async (loaded) => {
        if (loaded.greeted) return nothing(parts.pack, loaded);
        return work(parts, { context, held, step: 'show-again' })(loaded);
      }),
    form: (context) => personalForm(parts, context),
  };
}

async function privateTurn(
  parts: PersonalTurnParts,
  { context, taken, run }: { context: TurnContext; taken: Taken; run: Turns['run'] },
  workWith: (held: HeldReplies) => Work,
): Promise<void> {
  const held = holdReplies(context);
  const byWriting = parts.deliversByWriting(context.activity.channelId);
  try {
    const { outcome } = await run(turnKeysOf(context.activity), workWith(held), async (result) => {
      if (byWriting) {
        if (result.outcome !== 'too-fast') taken();
        return;
      }
      if (parts.isTakenAtCommit(context.activity.channelId)) taken();
      if (result.outcome === 'too-fast' && result.tell !== null) {
        held.clear();
        await context.sendActivity(parts.refusals[result.tell]);
      }
      // Committed, but the process ended before the answer was sent: the person gets the current card again.
      if (result.outcome === 'repeat') await showAgain(parts, { context, held, loaded: result.loaded });
      await sendReplies(context, held, parts.log);
      taken();
    });
    // The page keeps what it could not send, and says itself why it waits.
    if (byWriting && outcome === 'too-fast') throw new AppError('too-fast', 'the turns of a person come too fast');
  } finally {
    held.release();
  }
}

/** Only shown: nothing is written any more. */
async function showAgain(
  parts: PersonalTurnParts,
  { context, held, loaded }: { context: TurnContext; held: HeldReplies; loaded: LoadedTurn },
): Promise<void> {
  await personalWork(parts, { context, held, step: 'show-again', isRepeat: true }, loaded);
}

function nothing(pack: Pack, { state }: LoadedTurn): WorkResult<null> {
  return {
    state: state ?? { draft: newDraft(pack), dialogStack: [] },
    greeted: true,
    messages: [],
    outbox: [],
    cases: [],
    reply: null,
  };
}
