import type { TurnContext } from 'botbuilder';
import type { Texts } from '../cards/text/en.ts';
import { inviteView } from '../cards/views/inviteView.ts';
import { cardActivity } from '../dialogs/cardActivity.ts';
import type { PersonalTurns } from './personalTurns.ts';

/** Opens a one-to-one chat with whoever sent this turn's message and runs something in it. */
export type OpenPersonalChat = (
  context: TurnContext,
  logic: (personal: TurnContext) => Promise<void>,
) => Promise<'opened' | 'not-installed'>;

export interface PublicAnswer {
  readonly texts: Texts;
  readonly personal: PersonalTurns;
  readonly openPersonalChat: OpenPersonalChat;
  /** The app's address in Teams, where the catalogue id is known. */
  readonly appLink: string | undefined;
  readonly publicUrl: string | undefined;
}

/** Answers a mention where others read along: one small card in its thread, the rest in private. */
export async function answerInPublic(settings: PublicAnswer, context: TurnContext): Promise<void> {
  const { texts, personal, openPersonalChat, appLink, publicUrl } = settings;
  const result = await openPersonalChat(context, (chat) => personal.showCurrent(chat));
  const view = inviteView({ texts, appLink, publicUrl, opened: result === 'opened' });
  await context.sendActivity(cardActivity({ view, card: null }));
}
