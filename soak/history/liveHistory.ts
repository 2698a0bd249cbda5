import { checkAnswers } from './checkAnswers.ts';
import type { Made } from './made.ts';
import { happeningsOf } from './model.ts';
import { moveAsAgent } from './moveAsAgent.ts';
import { moveAsPerson } from './moveAsPerson.ts';
import { type History, inWords, type Move, type Step } from './moves.ts';
import { OPENINGS } from './openings.ts';
import { leave, look, type Player } from './player.ts';
import type { World } from './world.ts';

/** What was done and has happened, of all histories together. */
export interface HistoryCounts {
  moves: number;
  deliveries: number;
  commits: number;
  /** By what has happened, as `HAPPENINGS` has it. */
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
  world.setBlocked(history.isBlocked);
  const player: Player = { world, people: await world.newPeople(), newest: [null, null] };
  const steps = [...begun(history), ...history.steps];
  for (const [at, step] of steps.entries()) {
    try {
      await take(player, step, counts);
      await world.instances.advance(STEP + step.minutes * MINUTE);
    } catch (error) {
      throw new HistoryFlaw(await whyOf(world, error), steps.slice(0, at + 1).map(inWords));
    }
  }
  await leave(player);
}

/** Where one of the instances is lost, nothing else is to be wondered at. */
async function whyOf({ instances }: World, error: unknown): Promise<string> {
  await instances.sync().catch(() => undefined);
  return instances.lost() ?? (error instanceof Error ? error.message : String(error));
}

/** What leads into the fix. */
const FIXING = ['start', 'just me', 'inside', 'one computer', 'none', 'fix'].map(
  (text) => ({ kind: 'type', text }) as const,
);
const TEXT = 'It just goes back to the calendar.';

function begun({ cases, isFixing, startsIn, opening }: History): readonly Step[] {
  const [first] = cases;
  if (first === undefined) return [];
  const deeds = [...(isFixing ? FIXING : []), { kind: 'send', text: TEXT, startsIn } as const];
  const sent = deeds.map((deed) => ({
    minutes: 0,
    moves: cases.map((who): Move => ({ as: 'person', who, at: [0], deed })),
  }));
  return [...sent, ...OPENINGS[opening](first)];
}

/** All moves at once. */
async function take(player: Player, { moves }: Step, counts: HistoryCounts): Promise<void> {
  const made = await Promise.all(moves.map((move) => make(player, move)));
  const commits = await look(player);
  counts.moves += moves.length;
  counts.deliveries += made.reduce((sum, { ids }, at) => sum + ids.length * (moves[at]?.at.length ?? 0), 0);
  counts.commits += commits.length;
  const entries = commits.flatMap((commit) => commit.entries);
  for (const happening of entries.flatMap(({ event }) => happeningsOf(event)))
    counts.events.set(happening, (counts.events.get(happening) ?? 0) + 1);
  await checkAnswers(player, { made, commits });
  const [error] = await player.world.errors();
  if (error !== undefined) throw new Error(`it was logged: ${error}`);
}

function make(player: Player, move: Move): Promise<Made> {
  return move.as === 'person' ? moveAsPerson(player, move) : moveAsAgent(player, move);
}
