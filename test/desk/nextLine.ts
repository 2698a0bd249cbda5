import { BOT, TENANT } from '../support/teamsActivity.ts';
import { type TeamsDesk, teamsDesk } from '../support/teamsDesk.ts';
import type { DeskWorld } from './deskWorld.ts';

/** The channel in which the next line works. */
export const NEXT = '19:next@thread.tacv2';

/** Says so. */
export const NEXT_LINE = { ESCALATE_TO: NEXT, MicrosoftAppTenantId: TENANT };

/** Where the next line is, the configuration says; that it is on this machine, only a test can. */
export async function openNextLine({ bot, connector, clock, rows }: DeskWorld): Promise<TeamsDesk> {
  const conversation = { id: NEXT, name: '', conversationType: 'channel', isGroup: true, tenantId: TENANT };
  const reference = { serviceUrl: connector.serviceUrl, channelId: 'msteams', conversation, bot: BOT };
  const key = `teams:${TENANT}:${NEXT}`;
  const setAt = clock.now().toISOString();
  await rows.setPlace({ line: 'next', key, channel: 'msteams', reference, setBy: null, setAt, lost: null });
  return teamsDesk(bot.origin, connector, { channel: NEXT });
}
