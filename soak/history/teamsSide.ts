import type { ShownCard } from '../../test/support/readCard.ts';
import { personalChatId, TENANT, type TeamsPerson, teamsActivities } from '../../test/support/teamsActivity.ts';
import type { Channel } from '../desk/channel.ts';
import type { Line } from './line.ts';
import type { Side } from './side.ts';

/** What a chat in Teams needs. */
export interface TeamsSideParts {
  readonly origins: readonly [string, string];
  readonly channel: Channel;
  readonly line: Line;
  readonly who: TeamsPerson;
}

/** Somebody in a private chat in Teams. */
export function teamsSide({ origins, channel, line, who }: TeamsSideParts): Side {
  const own = teamsActivities(channel.serviceUrl, who);
  const chat = personalChatId(who);
  const calls = () => channel.calls.filter(({ conversation }) => conversation === chat);
  return {
    person: `teams:${TENANT}:${who.aadObjectId}`,
    canBlock: true,
    async deliver(message, id, to) {
      const activity = 'text' in message ? own.says(message.text) : own.clicks(message.value, message.on);
      return (await line.post(`${origins[to]}/api/messages`, { ...activity, id })).status;
    },
    read: async () => null,
    // It would be fetched from Microsoft’s hosts.
    attach: async () => null,
    async cards() {
      const posted = calls().filter(({ operation, shown }) => operation !== 'update' && shown !== '');
      return posted.map(({ card, shown }): ShownCard => ({ ...card, id: shown }));
    },
    async unanswered(ids) {
      const answered = new Set(calls().map(({ operation, about }) => (operation === 'reply' ? about : '')));
      return ids.filter((id) => !answered.has(id)).length;
    },
  };
}
