import { type Activity, DeliveryModes, type TurnContext } from 'botbuilder';
import { asCoded } from '../errors.ts';
import type { Log } from '../log.ts';
import { loggedIds } from './loggedIds.ts';

/** What is said to one person alone, where others read along, and what the log says where that fails. */
export interface SaidAlone {
  readonly said: Partial<Activity>;
  readonly ifLost: string;
}

/**
 * Says something that only whoever this turn is about sees. It may be lost, so nothing that matters is said in this way:
 * where it fails, that is only logged, for what is delivered again for its sake would be done again.
 */
export async function tellAlone(log: Log, context: TurnContext, { said, ifLost }: SaidAlone): Promise<void> {
  try {
    await context.sendActivity({ ...said, deliveryMode: DeliveryModes.Ephemeral });
  } catch (error) {
    log.warn({ ...loggedIds(context.activity), code: asCoded(error).code }, ifLost);
  }
}
