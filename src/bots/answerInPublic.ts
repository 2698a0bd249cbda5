import type { TurnContext } from 'botbuilder';
import type { Texts } from '../cards/text/en.ts';
import { inviteView } from '../cards/views/inviteView.ts';
import { cardActivity } from '../dialogs/cardActivity.ts';
import type { AnsweredDeliveries } from '../turn/answeredDeliveries.ts';
import type { Lanes } from '../turn/lane.ts';
import type { Paces } from '../turn/pace.ts';
import type { PersonalTurns, Taken } from './personalTurns.ts';
import { turnKeysOf } from './turnKeys.ts';

/** Opens a one-to-one chat with whoever sent this turn's message and runs something in it. */
export type OpenPersonalChat = (
  context: TurnContext,
  logic: (personal: TurnContext) => Promise<void>,
) => Promise<'opened' | 'not-installed'>;

export interface PublicAnswer {
  readonly texts: Texts;
  readonly personal: PersonalTurns;
  readonly paces: Paces;
  readonly lanes: Lanes;
  /** The mentions that were answered. A process that has been started again knows none, and may answer one twice. */
  readonly answeredInPublic: AnsweredDeliveries;
  readonly openPersonalChat: OpenPersonalChat;
  /** The app's address in Teams, where the catalogue id is known. */
  readonly appLink: string | undefined;
  readonly publicUrl: string | undefined;
}

/**
 * Answers a mention where others read along: one small card in its thread, the rest in private. One delivery is answered
 * once; mentions that come too fast get no answer, for everybody there would have to read it.
 */
export async function answerInPublic(settings: PublicAnswer, context: TurnContext, taken: Taken): Promise<void> {
  const { paces, lanes, answeredInPublic } = settings;
  const keys = turnKeysOf(context.activity);
  await lanes.run(keys.conversation, async () => {
    if (keys.delivery !== null && answeredInPublic.has(keys.delivery)) return;
    if (paces.take(keys) !== 'go') return;
    await invite(settings, context);
    if (keys.delivery !== null) answeredInPublic.add(keys.delivery);
  });
  taken();
}

async function invite(
  { texts, personal, openPersonalChat, appLink, publicUrl }: PublicAnswer,
  context: TurnContext,
): Promise<void> {
  const result = await openPersonalChat(context, (chat) => personal.showCurrent(chat, () => undefined));
  const view = inviteView({ texts, appLink, publicUrl, opened: result === 'opened' });
  await context.sendActivity(cardActivity({ view, card: null }));
}
