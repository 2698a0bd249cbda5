import type { ConversationReference } from 'botbuilder';
import { channelOf } from './channelOf.ts';

/** A channel of a team, as it is configured. */
export interface TeamsDesk {
  /** Where the connector is; without anything heard from there, that of the cloud (`TeamsCloud.serviceUrl`). */
  readonly serviceUrl: string;
  /** `19:…@thread.tacv2`. */
  readonly channelId: string;
  readonly tenant: string;
  /** The bot as Teams names it: `28:` and its app id. */
  readonly botId: string;
}

/** Where to post so that each message begins a thread of its own in a channel. */
export function teamsDeskReference({
  serviceUrl,
  channelId,
  tenant,
  botId,
}: TeamsDesk): Partial<ConversationReference> {
  return {
    channelId: 'msteams',
    serviceUrl,
    bot: { id: botId, name: '' },
    conversation: {
      id: channelOf(channelId),
      conversationType: 'channel',
      isGroup: true,
      tenantId: tenant,
      name: '',
    },
  };
}
