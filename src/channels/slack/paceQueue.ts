import type { PaceBucket } from './paceBucket.ts';

/** Whose call it is: somebody waits for an answer, while what the outbox sends is sent again if need be. */
export type Rank = 'answer' | 'outbox';

/** When it is a call's turn. */
export interface PaceTurn {
  readonly rank: Rank;
  /** Before all of its rank that aren't; default: no. */
  readonly isFirst?: boolean;
}

/** Those who wait for a token. */
export interface PaceQueue {
  /**
   * Resolves with a token taken: answers and what the outbox sends take turns, each in the order in which they came, but
   * for those that go first.
   * Rejects with what `tooLong` makes of the milliseconds, where it would take longer than `longest`.
   */
  admit(turn: PaceTurn): Promise<void>;
  isEmpty(): boolean;
}

/** What keeping a queue takes. Times in milliseconds. */
export interface PaceQueueParts {
  readonly bucket: PaceBucket;
  readonly apart: number;
  readonly longest: Readonly<Record<Rank, number>>;
  readonly time: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly tooLong: (milliseconds: number) => Error;
}

interface Waiting {
  readonly isFirst: boolean;
  /** When they have waited for too long. */
  readonly latest: number;
  readonly go: () => void;
  readonly refuse: (fault: Error) => void;
}

/** Nobody waits. */
export function createPaceQueue({ bucket, apart, longest, time, wait, tooLong }: PaceQueueParts): PaceQueue {
  const queues: Record<Rank, readonly Waiting[]> = { answer: [], outbox: [] };
  let isServed = false;
  let last: Rank = 'outbox';
  const waiting = () => queues.answer.length + queues.outbox.length;
  /** Where one that comes now stands among those of its rank. */
  const placeOf = ({ rank, isFirst = false }: PaceTurn) =>
    queues[rank].filter((each) => each.isFirst || !isFirst).length;
  /** At most so many go before it. */
  const before = (turn: PaceTurn) => placeOf(turn) + Math.min(queues[otherThan(turn.rank)].length, placeOf(turn) + 1);

  /** Slack may have asked for a longer wait, and others may have gone before. */
  const refuseLate = (rest: number): void => {
    for (const rank of ['answer', 'outbox'] as const) {
      const late = queues[rank].filter(({ latest }) => time() + rest > latest);
      queues[rank] = queues[rank].filter((each) => !late.includes(each));
      for (const { refuse } of late) refuse(tooLong(rest));
    }
  };
  const goOn = (): void => {
    const turn = otherThan(last);
    const rank = queues[turn].length > 0 ? turn : last;
    const [next, ...others] = queues[rank];
    queues[rank] = others;
    last = rank;
    bucket.take();
    next?.go();
  };
  /** Who is next is known only when there is a token: somebody may have come whose turn it is. */
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
    async admit(turn) {
      const { rank, isFirst = false } = turn;
      const rest = bucket.untilFree() + before(turn) * apart;
      if (rest > longest[rank]) throw tooLong(rest);
      if (waiting() === 0 && rest === 0) return bucket.take();
      const admitted = new Promise<void>((go, refuse) => {
        const waiting = { isFirst, latest: time() + longest[rank], go, refuse };
        queues[rank] = queues[rank].toSpliced(placeOf(turn), 0, waiting);
      });
      if (!isServed) void serve();
      await admitted;
    },
    isEmpty: () => waiting() === 0,
  };
}

function otherThan(rank: Rank): Rank {
  return rank === 'answer' ? 'outbox' : 'answer';
}
