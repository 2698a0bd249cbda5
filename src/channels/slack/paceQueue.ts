import type { PaceBucket } from './paceBucket.ts';

/** Whose call it is: somebody waits for an answer, while what the outbox sends is sent again if need be. */
export type Rank = 'answer' | 'outbox';

/** Those who wait for a token. */
export interface PaceQueue {
  /**
   * Resolves with a token taken: answers before all of the outbox's, each in the order in which they came. Rejects with
   * what `tooLong` makes of the milliseconds, where it would take longer than `longest`.
   */
  admit(rank: Rank): Promise<void>;
  isEmpty(): boolean;
}

/** What keeping a queue takes. Times in milliseconds. */
export interface PaceQueueParts {
  readonly bucket: PaceBucket;
  readonly apart: number;
  readonly longest: number;
  readonly time: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly tooLong: (milliseconds: number) => Error;
}

interface Waiting {
  /** When they have waited for too long. */
  readonly latest: number;
  readonly go: () => void;
  readonly refuse: (fault: Error) => void;
}

/** Nobody waits. */
export function createPaceQueue({ bucket, apart, longest, time, wait, tooLong }: PaceQueueParts): PaceQueue {
  const queues: Record<Rank, readonly Waiting[]> = { answer: [], outbox: [] };
  let isServed = false;
  const waiting = () => queues.answer.length + queues.outbox.length;
  const before = (rank: Rank) => (rank === 'answer' ? queues.answer.length : waiting());

  /** Slack may have asked for a longer wait, and others may have gone before. */
  const refuseLate = (rest: number): void => {
    for (const rank of ['answer', 'outbox'] as const) {
      const late = queues[rank].filter(({ latest }) => time() + rest > latest);
      queues[rank] = queues[rank].filter((each) => !late.includes(each));
      for (const { refuse } of late) refuse(tooLong(rest));
    }
  };
  const goOn = (): void => {
    const rank = queues.answer.length > 0 ? 'answer' : 'outbox';
    const [next, ...others] = queues[rank];
    queues[rank] = others;
    bucket.take();
    next?.go();
  };
  /** Who is next is known only when there is a token: somebody may have come who goes before. */
  const serve = async (): Promise<void> => {
    isServed = true;
    while (waiting() > 0) {
      const rest = bucket.untilFree();
      refuseLate(rest);
      if (waiting() === 0) break;
      if (rest > 0) await wait(rest);
      else goOn();
    }
    isServed = false;
  };

  return {
    async admit(rank) {
      const rest = bucket.untilFree() + before(rank) * apart;
      if (rest > longest) throw tooLong(rest);
      if (waiting() === 0 && rest === 0) return bucket.take();
      const turn = new Promise<void>((go, refuse) => {
        queues[rank] = [...queues[rank], { latest: time() + longest, go, refuse }];
      });
      if (!isServed) void serve();
      await turn;
    },
    isEmpty: () => waiting() === 0,
  };
}
