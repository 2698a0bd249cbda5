import fc from 'fast-check';
import { HistoryFlaw, liveHistory, newHistoryCounts } from './liveHistory.ts';
import { HAPPENINGS } from './model.ts';
import { type History, histories, inWords } from './moves.ts';
import type { World } from './world.ts';

/** What so many histories have come to. */
export interface Lived {
  readonly counts: Readonly<Record<string, number>>;
  /** What went wrong first, and the shortest way there that was found, a line each. */
  readonly failures: readonly string[];
}

/** How many, by which numbers. */
export interface LiveAll {
  readonly seed: number;
  readonly histories: number;
  /** Told after each. */
  readonly onLived: () => void;
}

/** So many histories one after another in one world, until one of them goes wrong: that one is made as short as can be. */
export async function liveAll(world: World, { seed, histories: numRuns, onLived }: LiveAll): Promise<Lived> {
  const counts = newHistoryCounts();
  let lived = 0;
  const result = await fc.check(
    fc.asyncProperty(histories, async (history) => {
      // Nothing shorter can be tried where nobody answers any more.
      if (world.instances.lost() !== null) return;
      await liveHistory(world, history, counts);
      lived++;
      onLived();
    }),
    { seed, numRuns },
  );
  const { moves, deliveries, commits, events } = counts;
  const happened = HAPPENINGS.map((what) => [happenedOf(what), events.get(what) ?? 0] as const);
  return {
    counts: { histories: lived, moves, deliveries, commits, ...Object.fromEntries(happened) },
    failures: [...failuresOf(result), ...unlived(world, result, numRuns - lived)],
  };
}

/** What ended while nobody asked it is no flaw of a history: those that come then aren't lived at all. */
function unlived({ instances }: World, { failed }: fc.RunDetails<[History]>, left: number): readonly string[] {
  const why = instances.lost();
  return failed || (why === null && left === 0) ? [] : [`${left} histories weren’t lived: ${why}`];
}

/** How the count of what can happen is called. */
export function happenedOf(what: string): string {
  return `${what} happened`;
}

function failuresOf({ failed, errorInstance, counterexample, seed, counterexamplePath }: fc.RunDetails<[History]>) {
  if (!failed) return [];
  const steps =
    errorInstance instanceof HistoryFlaw ? errorInstance.steps : (counterexample?.[0].steps ?? []).map(inWords);
  const why = errorInstance instanceof Error ? errorInstance.message : 'it took too long';
  return [
    `${why} (seed ${seed}, path ${counterexamplePath})`,
    ...steps.map((step, at) => `  step ${at + 1} of ${steps.length}: ${step}`),
  ];
}
