import { SlackCallError } from './slackCallError.ts';

/** What keeping a pace takes. */
export interface PaceTools {
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** How fast calls follow each other. */
export interface LanePace {
  /** For errors. */
  readonly method: string;
  /** Milliseconds between calls; 0 for as fast as they come. */
  readonly apart: number;
  /** How many may come at once. */
  readonly burst: number;
}

/** Calls that wait for one another. */
export interface PaceLane {
  /**
   * Makes a call in its turn. Throws what it throws, or a `SlackCallError` with status 429 where its turn would be too
   * late.
   */
  run<T>(call: () => Promise<T>): Promise<T>;
  /** Whether it is the same as a new one. */
  isIdle(): boolean;
}

/** Longest wait for a turn, in milliseconds: a delivery of the outbox may take 25 s, and still has to call. */
const LONGEST_WAIT = 10_000;

/** Longest wait that is waited out here after a 429, in milliseconds. */
const LONGEST_RETRY = 5_000;

/**
 * A token bucket with a queue, which can stand still: `tokenBuckets` know neither. After a 429 all of it stands still for
 * as long as Slack asks; the call is made once more, ahead of those that come later, where that is soon.
 */
export function createPaceLane({ method, apart, burst }: LanePace, { now, wait }: PaceTools): PaceLane {
  /** When the bucket is full again: there is a token as long as that is less than `ahead` away. */
  let full = 0;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  const ahead = (burst - 1) * apart;
  const time = () => now().getTime();
  const untilFree = () => Math.max(0, full - ahead - time());
  const take = () => {
    full = Math.max(full, time()) + apart;
  };
  const refuseOver = (longest: number, milliseconds: number) => {
    if (milliseconds > longest) throw new SlackCallError(method, { statusCode: 429, retryAfterMs: milliseconds });
  };

  const admit = async (): Promise<void> => {
    const latest = time() + LONGEST_WAIT;
    refuseOver(LONGEST_WAIT, untilFree() + waiting * apart);
    if (waiting === 0 && untilFree() === 0) return take();
    waiting += 1;
    const turn = last.then(async () => {
      // Again and again: Slack may ask for a longer wait in the meantime.
      for (let rest = untilFree(); rest > 0; rest = untilFree()) {
        refuseOver(latest - time(), rest);
        await wait(rest);
      }
      take();
    });
    last = turn
      .catch(() => undefined)
      .then(() => {
        waiting -= 1;
      });
    await turn;
  };
  const once = <T>(call: () => Promise<T>): Promise<T> =>
    call().catch((fault: unknown) => {
      const asked = askedWait(fault);
      if (asked !== null) full = Math.max(full, time() + asked + ahead);
      throw fault;
    });

  return {
    async run(call) {
      await admit();
      try {
        return await once(call);
      } catch (fault) {
        if ((askedWait(fault) ?? Number.POSITIVE_INFINITY) > LONGEST_RETRY) throw fault;
        const rest = untilFree();
        refuseOver(LONGEST_WAIT, rest);
        full += apart;
        await wait(rest);
        return await once(call);
      }
    },
    isIdle: () => waiting === 0 && full <= time(),
  };
}

/** How long Slack asks to wait, in milliseconds; null where it doesn't. */
function askedWait(fault: unknown): number | null {
  if (!(fault instanceof SlackCallError) || fault.statusCode !== 429) return null;
  return fault.retryAfterMs ?? null;
}
