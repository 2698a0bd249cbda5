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
  /** What lives through one; `liveHistory` by default. */
  readonly live?: typeof liveHistory;
}

/** So many histories one after another in one world, until one of them goes wrong: that one is made as short as can be. */
export async function liveAll(
  world: World,
  { seed, histories: numRuns, onLived, live = liveHistory }: LiveAll,
): Promise<Lived> {
  const counts = newHistoryCounts();
  const late = createLate(world);
  let lived = 0;
  const result = await fc.check(
    fc.asyncProperty(histories, async (history) => {
      // Nothing shorter can be tried where nobody answers any more, or nobody knows which history it was.
      if (world.instances.lost() !== null || (await late.look()) > 0) return;
      try {
        await live(world, history, counts);
      } catch (error) {
        late.blame();
        throw error;
      }
      lived++;
      onLived();
    }),
    { seed, numRuns },
  );
  // Where one is lost, that is told below.
  await late.look().catch(() => undefined);
  const { moves, deliveries, commits, events } = counts;
  const happened = HAPPENINGS.map((what) => [happenedOf(what), events.get(what) ?? 0] as const);
  return {
    counts: { histories: lived, moves, deliveries, commits, ...Object.fromEntries(happened) },
    failures: [...failuresOf(result), ...late.errors, ...unlived(world, result, numRuns - lived)],
  };
}

/** What was logged after the last look at a history that went well: it is that one's, or of those before. */
interface Late {
  /** A line each. */
  readonly errors: readonly string[];
  /** Looks for more; gives how many there are by now. */
  look(): Promise<number>;
  /** A history went wrong: what comes after it is of that. */
  blame(): void;
}

function createLate(world: World): Late {
  const errors: string[] = [];
  let isBlamed = false;
  return {
    errors,
    async look() {
      const logged = await world.errors();
      if (!isBlamed) errors.push(...logged.map((line) => `it was logged after the end of a history: ${line}`));
      return errors.length;
    },
    blame() {
      isBlamed = true;
    },
  };
}

/** What ended while nobody asked it is no flaw of a history: those that come then aren't lived at all. */
function unlived({ instances }: World, { failed }: fc.RunDetails<[History]>, left: number): readonly string[] {
  const why = instances.lost();
  return failed || (why === null && left === 0) ? [] : [`${left} histories weren’t lived: ${why ?? 'see above'}`];
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
