import type { ChannelAccount, ConversationParameters, TurnContext } from 'botbuilder';
import { statusOf } from './statusOf.ts';
import type { TeamsAdapter, TurnLogic } from './teamsAdapter.ts';

/**
 * Opens the 1:1 chat with the person whose turn it is and runs a turn of its own in it, whose `from` is that person
 * and whose activity has no id. Before that it goes through the adapter's middleware, as an event without a `from`.
 * `not-installed`: the chat can't be had or written to, since the person hasn't got the app. Other faults throw.
 */
export type OpenPersonalChat = (context: TurnContext, logic: TurnLogic) => Promise<'opened' | 'not-installed'>;

/** What opening a chat needs. */
export interface PersonalChats {
  readonly adapter: TeamsAdapter;
  /** Empty without a registration. */
  readonly appId: string;
  /** Audience of the bot's tokens. */
  readonly audience: string;
}

/** Makes `OpenPersonalChat` for an adapter. */
export function createOpenPersonalChat({ adapter, appId, audience }: PersonalChats): OpenPersonalChat {
  return async ({ activity }, logic) => {
    let isRefused = false;
    const noteRefusal = (error: unknown): void => {
      if (statusOf(error) !== 403) throw error;
      isRefused = true;
    };
    // Caught in here too: the adapter hands what escapes a turn to its own error handler, not to the caller.
    const turn: TurnLogic = (created) => logic(asPersonal(created, activity.from)).catch(noteRefusal);
    const { channelId, serviceUrl } = activity;
    await adapter
      .createConversationAsync(appId, channelId, serviceUrl, audience, chatWith(activity), turn)
      .catch(noteRefusal);
    return isRefused ? 'not-installed' : 'opened';
  };
}

function chatWith({ from, recipient, conversation, channelData }: TurnContext['activity']): ConversationParameters {
  const tenantId: string | undefined = conversation.tenantId ?? channelData?.tenant?.id;
  return {
    isGroup: false,
    bot: recipient,
    members: [from],
    // Teams reads the tenant here, other receivers there.
    channelData: { tenant: { id: tenantId } },
    ...(tenantId === undefined ? {} : { tenantId }),
  };
}

/**
 * The SDK's event for a created conversation doesn't say with whom it is, nor of what kind; and its id is the
 * conversation's, so what is said there would be posted as a reply to a message that doesn't exist.
 */
function asPersonal(created: TurnContext, person: ChannelAccount): TurnContext {
  delete created.activity.id;
  created.activity.from = person;
  created.activity.conversation.conversationType = 'personal';
  return created;
}
