import { createPaceBucket, type LanePace } from './paceBucket.ts';
import { createPaceQueue, type PaceTurn } from './paceQueue.ts';
import { SlackCallError } from './slackCallError.ts';

/** What keeping a pace takes. */
export interface PaceTools {
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Calls that wait for one another. */
export interface PaceLane {
  /**
   * Makes a call in its turn; answers and what the outbox sends take turns. Throws what it throws, or a `SlackCallError`
   * with status 429 where its turn would be too late.
   */
  run<T>(call: () => Promise<T>, turn: PaceTurn): Promise<T>;
  /** Whether it is the same as a new one. */
  isIdle(): boolean;
}

/**
 * Longest wait for a turn, in milliseconds. A delivery of the outbox may look for its message, upload files, and post, all
 * of which has to be over in the time that it has (`LIMITS.deliveryMs` of the dispatcher).
 */
const LONGEST_WAIT = { answer: 10_000, outbox: 8_000 } as const;

/** Longest wait that is waited out here after a 429, in milliseconds. The outbox waits by itself. */
const LONGEST_RETRY = { answer: 5_000, outbox: 0 } as const;

/**
 * After a 429 all of it stands still for as long as Slack asks; the call is made once more, ahead of those that come
 * later, where that is soon.
 */
export function createPaceLane(pace: LanePace, { now, wait }: PaceTools): PaceLane {
  const time = () => now().getTime();
  const bucket = createPaceBucket(pace, time);
  const tooLong = (milliseconds: number) =>
    new SlackCallError(pace.method, { statusCode: 429, retryAfterMs: milliseconds, isUntried: true });
  const { apart } = pace;
  const queue = createPaceQueue({ bucket, apart, longest: LONGEST_WAIT, time, wait, tooLong });
  const once = <T>(call: () => Promise<T>): Promise<T> =>
    call().catch((fault: unknown) => {
      const asked = askedWait(fault);
      if (asked !== null) bucket.standStill(asked);
      throw fault;
    });

  return {
    async run(call, turn) {
      const { rank } = turn;
      await queue.admit(turn);
      try {
        return await once(call);
      } catch (fault) {
        if ((askedWait(fault) ?? Number.POSITIVE_INFINITY) > LONGEST_RETRY[rank]) throw fault;
        const rest = bucket.untilFree();
        if (rest > LONGEST_WAIT[rank]) throw tooLong(rest);
        bucket.take();
        await wait(rest);
        return await once(call);
      }
    },
    isIdle: () => queue.isEmpty() && bucket.isFull(),
  };
}

/** How long Slack asks to wait, in milliseconds; null where it doesn't. */
function askedWait(fault: unknown): number | null {
  if (!(fault instanceof SlackCallError) || fault.statusCode !== 429) return null;
  return fault.retryAfterMs ?? null;
}
