import { AppError } from '../errors.ts';
import type { AnsweredDeliveries } from './answeredDeliveries.ts';
import type { Lanes } from './lane.ts';
import type { Pace, Paces } from './pace.ts';
import type { AtTurnStep } from './steps.ts';
import type { LoadedTurn, TurnChanges, TurnKeys, TurnStore } from './turnStore.ts';

/**
 * How often a turn that lost to another runs again, with a pause before each: of 16 that came to one case at once, none
 * lost more often than seven times, where it was measured; the rest is a margin for slower databases. Source:
 * docs/adr/0008-a-case-is-a-value.md.
 */
const RERUNS = 12;

/** What a turn comes to: what to keep, and what to answer. */
export interface WorkResult<T> extends Pick<TurnChanges, 'state' | 'greeted' | 'messages' | 'outbox' | 'cases'> {
  readonly reply: T;
  /** Nothing was done, so the delivery isn't noted: if it comes again, it is looked at anew and answered alike. */
  readonly isUndone?: boolean;
}

/**
 * How a turn ended. `repeat`: the delivery had been committed before, so the work wasn't kept; `loaded` is where the
 * conversation stands, `answered` whether this process has sent the answer already. `too-fast`: nothing was run, since
 * the turns of this person or their tenant come too fast; `tell` is what the person is to be told, once.
 */
export type TurnResult<T> =
  | { readonly outcome: 'committed'; readonly reply: T }
  | { readonly outcome: 'repeat'; readonly answered: boolean; readonly loaded: LoadedTurn }
  | { readonly outcome: 'too-fast'; readonly tell: Exclude<Pace, 'go' | 'silent'> | null };

/** Runs a turn; see `Turns`. */
type RunTurn = <T>(
  keys: TurnKeys,
  work: (loaded: LoadedTurn) => Promise<WorkResult<T>>,
  afterCommit: (result: TurnResult<T>) => Promise<void>,
) => Promise<TurnResult<T>>;

/** Runs the turns of all conversations. */
export interface Turns {
  /**
   * Runs one turn in the lane of its conversation: loads, works, commits everything or nothing, then answers.
   *
   * `work` must only compute: it runs again from what was loaded anew when another process was faster.
   * `afterCommit` sends the answer, still in the lane, so that the answers of one conversation keep their order. It
   * isn't called for a repeat that was answered; for one that wasn't, the person should get the current card again.
   * Nor is it for what came too fast, but the first time, when the person should be told.
   * A delivery counts as answered only once `afterCommit` has succeeded: if it throws, the turn stays committed and
   * the next delivery of the same is a repeat that wasn't answered.
   *
   * Throws `turn-contended` when twelve reruns lost too, `storage-failed`, and whatever the two callbacks throw.
   */
  readonly run: RunTurn;
  /** The same for what nobody has asked for by a message, such as a greeting: it is never too fast. */
  readonly runUnasked: RunTurn;
}

interface TurnParts {
  readonly store: TurnStore;
  readonly lanes: Lanes;
  readonly answered: AnsweredDeliveries;
  readonly paces: Paces;
  readonly now: () => Date;
  readonly atStep: AtTurnStep;
  /** Waits before a rerun, whose number it is told, from 1. The lane waits with it. */
  readonly pause: (rerun: number) => Promise<void>;
  /** Told how each turn ended, and what it took in milliseconds, waiting for its lane included. */
  readonly onTurn?: (outcome: TurnResult<unknown>['outcome'] | 'failed', durationMs: number) => void;
}

/** Turns over a store. The lanes are handed in so that whoever stops the process can drain them. */
export function createTurns(parts: TurnParts): Turns {
  const { lanes, answered, atStep, onTurn = () => undefined } = parts;

  const runner =
    (paces: Paces | null): RunTurn =>
    async (keys, work, afterCommit) => {
      const startedAt = parts.now().getTime();
      let ended: Parameters<typeof onTurn>[0] = 'failed';
      try {
        return await lanes.run(keys.conversation, async () => {
          const result = await runAndCommit({ ...parts, paces }, keys, work);
          if (needsAnswer(result)) {
            await afterCommit(result);
            atStep('turn-sent');
            if (keys.delivery !== null && result.outcome !== 'too-fast') answered.add(keys.delivery);
          }
          ended = result.outcome;
          return result;
        });
      } finally {
        onTurn(ended, parts.now().getTime() - startedAt);
      }
    };

  return { run: runner(parts.paces), runUnasked: runner(null) };
}

function needsAnswer(result: TurnResult<unknown>): boolean {
  switch (result.outcome) {
    case 'committed':
      return true;
    case 'repeat':
      return !result.answered;
    case 'too-fast':
      return result.tell !== null;
  }
}

async function runAndCommit<T>(
  { store, answered, paces, now, atStep, pause }: Omit<TurnParts, 'paces'> & { readonly paces: Paces | null },
  keys: TurnKeys,
  work: (loaded: LoadedTurn) => Promise<WorkResult<T>>,
): Promise<TurnResult<T>> {
  for (let reruns = 0; reruns <= RERUNS; reruns++) {
    if (reruns > 0) await pause(reruns);
    const loaded = await store.load(keys);
    if (loaded.seen) return { outcome: 'repeat', answered: isAnswered(answered, keys), loaded };
    // Once a delivery, and not for those that were seen before: channels repeat them without anybody's doing.
    const pace = reruns === 0 && paces !== null ? paces.take(keys) : 'go';
    if (pace !== 'go') return { outcome: 'too-fast', tell: pace === 'silent' ? null : pace };
    atStep('turn-loaded');
    const { reply, isUndone = false, ...kept } = await work(loaded);
    atStep('turn-before-commit');
    const noted = isUndone ? { ...keys, delivery: null } : keys;
    const outcome = await store.commit({ keys: noted, version: loaded.version, at: now(), ...kept });
    if (outcome === 'committed') {
      atStep('turn-committed');
      return { outcome, reply };
    }
  }
  throw new AppError('turn-contended', `a turn lost to others ${RERUNS + 1} times`);
}

function isAnswered(answered: AnsweredDeliveries, { delivery }: TurnKeys): boolean {
  return delivery !== null && answered.has(delivery);
}
