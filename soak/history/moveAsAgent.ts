import { randomUUID } from 'node:crypto';
import { agentChoices } from '../../src/helpdesk/cases/caseActionsFor.ts';
import type { AgentAnswer, DeskAgent } from './agent.ts';
import { agentData } from './clickData.ts';
import type { Made } from './made.ts';
import type { AgentDeed, Data, Move, Which } from './moves.ts';
import { newestOf, type Player } from './player.ts';

/** Delivers what an agent does, to each instance that is named, at once. Throws in words where it isn’t answered. */
export async function moveAsAgent(player: Player, { who, at, deed }: Extract<Move, { as: 'agent' }>): Promise<Made> {
  const id = randomUUID();
  const of = newestOf(player, deed.kind === 'look' ? 0 : deed.of);
  const mover = deed.kind === 'offered' && deed.isHolder ? holderOf(player, of, who) : who;
  const agent = player.world.agents[mover];
  const answered = await Promise.all(at.map((to) => answerTo(player, agent, { deed, id, of, to })));
  const answers = answered.filter((answer) => answer !== null);
  const wrong = answers.find((answer) => answer.wrong !== null)?.wrong ?? null;
  if (wrong !== null) throw new Error(`agent ${mover}: ${wrong}`);
  const ids = deed.kind === 'look' || answers.length === 0 ? [] : [id];
  return { as: 'agent', who: mover, ids, done: answers.some(({ isDone }) => isDone) ? ids : [], isQuiet: false };
}

function holderOf({ world }: Player, of: string, who: Which): Which {
  const holder = world.ledger.get(of)?.claim?.by.id;
  const found = world.agents.findIndex(({ id }) => id === holder);
  return found === 0 || found === 1 ? found : who;
}

interface Doing {
  readonly deed: AgentDeed;
  readonly id: string;
  readonly of: string;
  readonly to: Which;
}

function answerTo(player: Player, agent: DeskAgent, { deed, id, of, to }: Doing): Promise<AgentAnswer | null> {
  switch (deed.kind) {
    case 'offered': {
      const current = player.world.ledger.get(of);
      const choices = current ? agentChoices(current, player.world.rules) : [];
      const choice = choices[deed.choice % Math.max(1, choices.length)] ?? 'claim';
      return agent.click(id, { case: of, data: withAgents(player, agentData(choice, deed.choice)) }, to);
    }
    case 'click':
      return agent.click(id, { case: of, data: withAgents(player, deed.data) }, to);
    case 'type':
      return agent.type(id, { case: of, text: deed.text }, to);
    case 'attach':
      return agent.attach(id, of, to);
    case 'look':
      return agent.look(of, to);
  }
}

/** The agents’ own ids in the place of what stands for them. */
function withAgents({ world }: Player, data: Data): Data {
  const named = /^agent ([01])$/.exec(String(data['who'] ?? ''));
  return named ? { ...data, who: world.agents[named[1] === '1' ? 1 : 0].id } : data;
}
