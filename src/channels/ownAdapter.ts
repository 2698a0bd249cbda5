import { type Activity, ActivityTypes, BotAdapter, type ConversationReference, TurnContext } from 'botbuilder';
import { AppError } from '../errors.ts';

/** The name of the event, as the SDK's own adapters give it. */
const CONTINUED = 'continueConversation';

/** Whether nobody's message began this turn: then something is sent by it that nobody waits for. */
export function isContinued({ type, name }: Partial<Activity>): boolean {
  return type === ActivityTypes.Event && name === CONTINUED;
}

/** What is done in a turn. */
export type TurnLogic = (context: TurnContext) => Promise<void>;

/** An adapter of our own, for a channel that isn't the Bot Framework's: there is no app to name, and no connector. */
export abstract class OwnAdapter extends BotAdapter {
  /** Runs one turn. Rejects with what the logic threw, unless `onTurnError` is set and deals with it. */
  async processActivity(activity: Partial<Activity>, logic: TurnLogic): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity), logic);
  }

  /** Runs a turn that nobody's message began. */
  override continueConversation(reference: Partial<ConversationReference>, logic: TurnLogic): Promise<void> {
    const event = { type: ActivityTypes.Event, name: CONTINUED };
    return this.processActivity(TurnContext.applyConversationReference(event, reference, true), logic);
  }

  /** The same, as the SDK's adapters are asked for it. */
  override continueConversationAsync(
    _app: unknown,
    reference: Partial<ConversationReference>,
    ...rest: readonly (string | TurnLogic)[]
  ): Promise<void> {
    const logic = rest.find((each) => typeof each === 'function');
    if (logic === undefined) throw new AppError('channel-failed', 'a conversation can’t be continued without logic');
    return this.continueConversation(reference, logic);
  }
}
