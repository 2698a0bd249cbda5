import { AppError } from '../errors.ts';
import type { AnsweredDeliveries } from './answeredDeliveries.ts';
import type { Lanes } from './lane.ts';
import type { LoadedTurn, TurnChanges, TurnKeys, TurnStore } from './turnStore.ts';

/** How often a turn that lost to another process runs again. Source: docs/architecture.md, "A turn". */
const RERUNS = 5;

/** What a turn comes to: what to keep, and what to answer. */
export interface WorkResult<T> extends Pick<TurnChanges, 'state' | 'greeted' | 'messages'> {
  readonly reply: T;
}

/**
 * How a turn ended. `repeat`: the delivery had been committed before, so the work wasn't kept; `loaded` is where the
 * conversation stands, `answered` whether this process has sent the answer already.
 */
export type TurnResult<T> =
  | { readonly outcome: 'committed'; readonly reply: T }
  | { readonly outcome: 'repeat'; readonly answered: boolean; readonly loaded: LoadedTurn };

/** Runs the turns of all conversations. */
export interface Turns {
  /**
   * Runs one turn in the lane of its conversation: loads, works, commits everything or nothing, then answers.
   *
   * `work` must only compute: it runs again from what was loaded anew when another process was faster.
   * `afterCommit` sends the answer, still in the lane, so that the answers of one conversation keep their order. It
   * isn't called for a repeat that was answered; for one that wasn't, the person should get the current card again.
   * A delivery counts as answered only once `afterCommit` has succeeded: if it throws, the turn stays committed and
   * the next delivery of the same is a repeat that wasn't answered.
   *
   * Throws `turn-contended` when five reruns lost too, `storage-failed`, and whatever the two callbacks throw.
   */
  run<T>(
    keys: TurnKeys,
    work: (loaded: LoadedTurn) => Promise<WorkResult<T>>,
    afterCommit: (result: TurnResult<T>) => Promise<void>,
  ): Promise<TurnResult<T>>;
}

interface TurnParts {
  readonly store: TurnStore;
  readonly lanes: Lanes;
  readonly answered: AnsweredDeliveries;
  readonly now: () => Date;
}

/** Turns over a store. The lanes are handed in so that whoever stops the process can drain them. */
export function createTurns(parts: TurnParts): Turns {
  const { lanes, answered } = parts;

  return {
    run: (keys, work, afterCommit) =>
      lanes.run(keys.conversation, async () => {
        const result = await runAndCommit(parts, keys, work);
        if (result.outcome === 'repeat' && result.answered) return result;
        await afterCommit(result);
        if (keys.delivery !== null) answered.add(keys.delivery);
        return result;
      }),
  };
}

async function runAndCommit<T>(
  { store, answered, now }: TurnParts,
  keys: TurnKeys,
  work: (loaded: LoadedTurn) => Promise<WorkResult<T>>,
): Promise<TurnResult<T>> {
  for (let reruns = 0; reruns <= RERUNS; reruns++) {
    const loaded = await store.load(keys);
    if (loaded.seen) return { outcome: 'repeat', answered: isAnswered(answered, keys), loaded };
    const { reply, ...kept } = await work(loaded);
    const outcome = await store.commit({ keys, version: loaded.version, at: now(), ...kept });
    if (outcome === 'committed') return { outcome, reply };
  }
  throw new AppError('turn-contended', `a turn lost to others ${RERUNS + 1} times`);
}

function isAnswered(answered: AnsweredDeliveries, { delivery }: TurnKeys): boolean {
  return delivery !== null && answered.has(delivery);
}
