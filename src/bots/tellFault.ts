import type { TurnContext } from 'botbuilder';
import type { Texts } from '../cards/text/en.ts';
import { faultView } from '../cards/views/faultView.ts';
import { cardActivity } from '../dialogs/cardActivity.ts';
import { asCoded } from '../errors.ts';
import type { Log } from '../log.ts';

export interface FaultTexts {
  readonly texts: Texts;
  readonly contact: string | undefined;
  readonly log: Log;
}

/** Tells the person in plain words that something failed, what is kept, and how to reach a human. */
export async function tellFault(settings: FaultTexts, context: TurnContext, error: unknown): Promise<void> {
  const view = faultView(settings, asCoded(error).code === 'turn-contended' ? 'contended' : 'text');
  try {
    await context.sendActivity(cardActivity({ view, card: null }));
  } catch (failure) {
    settings.log.error({ code: asCoded(failure).code, err: failure }, 'a fault could not be told');
  }
}
