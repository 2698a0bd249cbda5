import type { TurnContext } from 'botbuilder';
import type { Texts } from '../cards/text/en.ts';
import { inviteView } from '../cards/views/inviteView.ts';
import { cardActivity } from '../dialogs/cardActivity.ts';
import type { Log } from '../log.ts';
import type { Paces } from '../turn/pace.ts';
import { type InPublic, onceInPublic } from './onceInPublic.ts';
import type { PersonalTurns, Taken } from './personalTurns.ts';
import { tellAlone } from './tellAlone.ts';

/** Opens a one-to-one chat with whoever sent this turn's message and runs something in it. */
export type OpenPersonalChat = (
  context: TurnContext,
  logic: (personal: TurnContext) => Promise<void>,
) => Promise<'opened' | 'not-installed'>;

export interface PublicAnswer extends InPublic {
  readonly texts: Texts;
  readonly personal: PersonalTurns;
  readonly paces: Paces;
  readonly openPersonalChat: OpenPersonalChat;
  /** The channel can show an answer to one person alone, where others read along. */
  readonly answersOneAlone: boolean;
  /** How somebody who can't be written to gets there: what to say, and the app's address, where one is known. */
  readonly addApp: { readonly text: string; readonly link: string | undefined };
  readonly log: Log;
}

/**
 * Answers a mention where others read along: one small card in its thread, the rest in private. Mentions that come too
 * fast get no answer, for everybody there might have to read it.
 */
export async function answerInPublic(settings: PublicAnswer, context: TurnContext, taken: Taken): Promise<void> {
  await onceInPublic(settings, { context, taken }, async ({ conversation, person }) => {
    // Counted apart: whoever is told in private that they are too fast is told once, and nobody is told so here.
    if (settings.paces.take({ conversation, person: `${person} in public` }) === 'go') await invite(settings, context);
    return 'done';
  });
}

async function invite(settings: PublicAnswer, context: TurnContext): Promise<void> {
  const { texts, personal, openPersonalChat, answersOneAlone, addApp } = settings;
  const result = await openPersonalChat(context, (chat) => personal.showCurrent(chat, () => undefined));
  const view = inviteView({ texts, addApp, opened: result === 'opened' });
  const card = cardActivity({ view, card: null });
  // Were it delivered again since this is lost, their chat would have its card twice.
  if (answersOneAlone) await tellAlone(settings.log, context, { said: card, ifLost: LOST });
  else await context.sendActivity(card);
}

const LOST = 'a mention could not be answered where it was';
