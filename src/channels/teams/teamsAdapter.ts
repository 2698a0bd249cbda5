import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { VerifiedCaller } from './sdkTypes.ts';

/** What a turn does. */
export type TurnLogic = (context: TurnContext) => Promise<void>;

/** The SDK's adapter with its inner way in made public: the route answers HTTP itself and has verified the caller. */
export class TeamsAdapter extends CloudAdapter {
  /** Runs a turn. Gives what to answer an invoke with; throws what the turn throws. */
  processVerified(caller: VerifiedCaller, activity: Activity, logic: TurnLogic): Promise<InvokeResponse | undefined> {
    return this.processActivity(caller, activity, logic);
  }
}
