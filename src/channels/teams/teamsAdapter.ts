import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { AdmittedCaller } from './sdkTypes.ts';
import type { TeamsAuthentication } from './teamsAuthentication.ts';

/** What a turn does. */
export type TurnLogic = (context: TurnContext) => Promise<void>;

/** For whom the adapter speaks. */
export interface AdapterIdentity {
  /** Empty without a registration. */
  readonly appId: string;
  /** Audience of the bot's tokens. */
  readonly audience: string;
}

/** The SDK's adapter with its inner way in made public: the route answers HTTP itself and has admitted the caller. */
export class TeamsAdapter extends CloudAdapter {
  /** The same for everyone: who is admitted speaks for the connector, to this bot. */
  readonly #caller: AdmittedCaller;

  constructor(authentication: TeamsAuthentication, { appId, audience }: AdapterIdentity) {
    super(authentication);
    const claimsIdentity = this.createClaimsIdentity(appId);
    const connectorFactory = authentication.createConnectorFactory(claimsIdentity);
    this.#caller = { audience, claimsIdentity, connectorFactory };
  }

  /** Runs a turn. Gives what to answer an invoke with; throws what the turn throws. */
  processAdmitted(activity: Activity, logic: TurnLogic): Promise<InvokeResponse | undefined> {
    return this.processActivity(this.#caller, activity, logic);
  }
}
