import type { ConversationReference } from 'botbuilder';

/** Where to post so that each message begins a thread of its own in a channel of that workspace. */
export function slackDeskReference(channel: string, team: string): Partial<ConversationReference> {
  return {
    channelId: 'slack',
    serviceUrl: 'https://slack.com/',
    bot: { id: '', name: '' },
    conversation: { id: channel, conversationType: 'channel', isGroup: true, tenantId: team, name: '' },
  };
}
