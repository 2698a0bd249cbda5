import type { NewOutboxRow } from '../../src/helpdesk/outbox.ts';
import { BOT, TENANT } from '../../test/support/teamsActivity.ts';
import type { StormMessage } from './receiver.ts';

/** A row that posts this message to a conversation named like its queue. */
export function stormRow(message: StormMessage, serviceUrl: string): NewOutboxRow {
  const { queue, number } = message;
  const conversation = { id: queue, conversationType: 'channel', isGroup: true, tenantId: TENANT, name: '' };
  const reference = { channelId: 'msteams', serviceUrl, bot: BOT, conversation };
  const activity = { type: 'message', text: JSON.stringify(message) };
  return { id: `${queue} ${number}`, queue, person: null, payload: { channel: 'msteams', reference, activity } };
}
