import type { ChannelAccount } from 'botbuilder';

/** An id as all of Teams (8:orgid:…), a bot (28:…) or this bot (29:…) has it, or one of the directory. */
const TEAMS_ID = /^(?:(?:8|2[89]):.|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$)/i;

/** Somebody whom the bot may not have met: a person as we write them, or an id as Teams has it. Null for all others. */
export function teamsAccountOf(id: string): Pick<ChannelAccount, 'id'> | null {
  const [, own] = /^teams:[^:]*:(.+)$/.exec(id) ?? [];
  if (own !== undefined) return { id: own };
  return TEAMS_ID.test(id) ? { id } : null;
}
