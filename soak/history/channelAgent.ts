import { randomUUID } from 'node:crypto';
import { TENANT, type TeamsActivity, type TeamsPerson, teamsActivities } from '../../test/support/teamsActivity.ts';
import type { Channel } from '../desk/channel.ts';
import type { Screen } from '../desk/screen.ts';
import type { AgentAnswer, DeskAgent } from './agent.ts';
import type { Line } from './line.ts';
import type { Which } from './moves.ts';

/** What somebody in the desk’s channel needs. */
export interface ChannelAgentParts {
  readonly origins: readonly [string, string];
  readonly channel: Channel;
  readonly screen: Screen;
  /** The desk’s conversation. */
  readonly desk: string;
  readonly line: Line;
  readonly who: TeamsPerson;
}

/** Where somebody writes who has no thread yet. */
const ELSEWHERE = '1700000000000';

/** Somebody in the channel. */
export function channelAgent(parts: ChannelAgentParts): DeskAgent & { says(text: string): Promise<void> } {
  const { origins, channel, screen, desk, line, who } = parts;
  const own = teamsActivities(channel.serviceUrl, who);
  const deliver = async (activity: TeamsActivity, id: string, to: Which): Promise<AgentAnswer> => {
    const { status } = await line.post(`${origins[to]}/api/messages`, { ...activity, id });
    return { wrong: status === 200 ? null : `the channel was answered ${status}`, isDone: false };
  };
  const threadOf = (of: string) => ({ channel: desk, root: screen.get(of)?.root ?? ELSEWHERE });

  return {
    id: `teams:${TENANT}:${who.aadObjectId}`,
    async says(text) {
      const { wrong } = await deliver(own.says(text, { channel: desk }), randomUUID(), 0);
      if (wrong !== null) throw new Error(`“${text}”: ${wrong}`);
    },
    click(id, { case: of, data }, to) {
      const thread = threadOf(of);
      return deliver(own.clicks({ card: of, case: of, ...data }, thread.root, thread), id, to);
    },
    type: (id, { case: of, text }, to) => deliver(own.says(text, threadOf(of)), id, to),
    attach: async () => null,
    look: async (_of, to) => deliver(own.says('cases', { channel: desk }), randomUUID(), to),
    unanswered(ids) {
      const answered = new Set(channel.calls.map(({ operation, about }) => (operation === 'reply' ? about : '')));
      return ids.filter((id) => !answered.has(id)).length;
    },
  };
}
