import { DeliveryModes, type TurnContext } from 'botbuilder';
import type { Texts } from '../cards/text/en.ts';
import { faultView } from '../cards/views/faultView.ts';
import { cardActivity } from '../dialogs/cardActivity.ts';
import { asCoded } from '../errors.ts';
import type { Log } from '../log.ts';
import { loggedIds } from './loggedIds.ts';

export interface FaultTexts {
  readonly texts: Texts;
  readonly contact: string | undefined;
  readonly log: Log;
}

/** A fault, and whether it is told to whoever it happened to alone, where others read along. */
export interface Fault {
  readonly error: unknown;
  readonly isAlone: boolean;
}

/**
 * Tells the person in plain words that something failed, what is kept, and how to reach a human. When even that can't
 * be told, throws the first fault: its channel should deliver again.
 */
export async function tellFault(settings: FaultTexts, context: TurnContext, { error, isAlone }: Fault): Promise<void> {
  const view = faultView(settings, asCoded(error).code === 'turn-contended' ? 'contended' : 'text');
  const alone = isAlone ? { deliveryMode: DeliveryModes.Ephemeral } : {};
  try {
    await context.sendActivity({ ...cardActivity({ view, card: null }), ...alone });
  } catch (failure) {
    const ids = loggedIds(context.activity);
    settings.log.error({ ...ids, code: asCoded(failure).code, err: failure }, 'a fault could not be told');
    throw error;
  }
}
