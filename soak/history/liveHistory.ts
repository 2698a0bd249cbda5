import { checkAnswers } from './checkAnswers.ts';
import type { Made } from './made.ts';
import { moveAsAgent } from './moveAsAgent.ts';
import { moveAsPerson } from './moveAsPerson.ts';
import { type History, inWords, type Move, type Step } from './moves.ts';
import { leave, look, type Player } from './player.ts';
import type { World } from './world.ts';

/** What was done and has happened, of all histories together. */
export interface HistoryCounts {
  moves: number;
  deliveries: number;
  commits: number;
  /** By the kind of event. */
  readonly events: Map<string, number>;
}

/** Nothing yet. */
export function newHistoryCounts(): HistoryCounts {
  return { moves: 0, deliveries: 0, commits: 0, events: new Map() };
}

/** A history that was not as it must be; the message says why. */
export class HistoryFlaw extends Error {
  /** The steps up to there, in words. */
  readonly steps: readonly string[];

  constructor(why: string, steps: readonly string[]) {
    super(why);
    this.name = 'HistoryFlaw';
    this.steps = steps;
  }
}

/** At the least so much time passes between two steps, in milliseconds: nobody is too fast. */
const STEP = 2_000;
const MINUTE = 60_000;

/** Lives through one with new people, and looks at everything after each step. Rejects with a `HistoryFlaw`. */
export async function liveHistory(world: World, history: History, counts: HistoryCounts): Promise<void> {
  // What the one before left behind is no flaw of this one.
  await world.errors();
  world.setBlocked(history.isBlocked);
  const player: Player = { world, people: await world.newPeople(), newest: [null, null] };
  const steps = [...begun(history), ...history.steps];
  for (const [at, step] of steps.entries()) {
    try {
      await take(player, step, counts);
    } catch (error) {
      const why = world.instances.lost() ?? (error instanceof Error ? error.message : String(error));
      throw new HistoryFlaw(why, steps.slice(0, at + 1).map(inWords));
    }
    await world.instances.advance(STEP + step.minutes * MINUTE);
  }
  await leave(player);
}

/** What leads into the fix. */
const FIXING = ['start', 'just me', 'inside', 'one computer', 'none', 'fix'].map(
  (text) => ({ kind: 'type', text }) as const,
);
const SEND = { kind: 'send', text: 'It just goes back to the calendar.' } as const;

function begun({ cases, isFixing }: History): readonly Step[] {
  if (cases.length === 0) return [];
  const deeds = [...(isFixing ? FIXING : []), SEND];
  return deeds.map((deed) => ({ minutes: 0, moves: cases.map((who): Move => ({ as: 'person', who, at: [0], deed })) }));
}

/** All moves at once. */
async function take(player: Player, { moves }: Step, counts: HistoryCounts): Promise<void> {
  const made = await Promise.all(moves.map((move) => make(player, move)));
  const commits = await look(player);
  counts.moves += moves.length;
  counts.deliveries += made.reduce((sum, { ids }, at) => sum + ids.length * (moves[at]?.at.length ?? 0), 0);
  counts.commits += commits.length;
  for (const { event } of commits.flatMap(({ entries }) => entries)) {
    counts.events.set(event.kind, (counts.events.get(event.kind) ?? 0) + 1);
  }
  await checkAnswers(player, { made, commits });
  const [error] = await player.world.errors();
  if (error !== undefined) throw new Error(`it was logged: ${error}`);
}

function make(player: Player, move: Move): Promise<Made> {
  return move.as === 'person' ? moveAsPerson(player, move) : moveAsAgent(player, move);
}
