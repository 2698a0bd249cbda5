import type { PaceBucket } from './paceBucket.ts';

/** Whose call it is: somebody waits for an answer, while what the outbox sends is sent again if need be. */
export type Rank = 'answer' | 'outbox';

/** When it is a call's turn. */
export interface PaceTurn {
  readonly rank: Rank;
  /** Of what the outbox sends: a message that begins a thread, as a case's card does; default: no. */
  readonly beginsThread?: boolean;
}

/** One queue of three. */
type Line = 'answer' | 'start' | 'inThread';

/** Those who wait for a token. */
export interface PaceQueue {
  /**
   * Resolves with a token taken: answers and what the outbox sends take turns, and of the latter what begins a thread and
   * all else, each in the order in which they came. Rejects with what `tooLong` makes of the milliseconds, where it would
   * take longer than `longest`.
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
  /** When they have waited for too long. */
  readonly latest: number;
  readonly go: () => void;
  readonly refuse: (fault: Error) => void;
}

/** Nobody waits. */
export function createPaceQueue({ bucket, apart, longest, time, wait, tooLong }: PaceQueueParts): PaceQueue {
  const queues: Record<Line, readonly Waiting[]> = { answer: [], start: [], inThread: [] };
  let isServed = false;
  let [last, lastOfOutbox]: [Rank, Line] = ['outbox', 'inThread'];
  const outbox = () => queues.start.length + queues.inThread.length;
  const waiting = () => queues.answer.length + outbox();
  /** So many go before one that comes now, if no others come. */
  const before = (line: Line) => {
    if (line === 'answer') return inTurns(queues.answer.length, outbox());
    const inOutbox = inTurns(queues[line].length, queues[line === 'start' ? 'inThread' : 'start'].length);
    return inTurns(inOutbox, queues.answer.length);
  };

  /** Slack may have asked for a longer wait, and others may have gone before. */
  const refuseLate = (rest: number): void => {
    for (const line of ['answer', 'start', 'inThread'] as const) {
      const late = queues[line].filter(({ latest }) => time() + rest > latest);
      queues[line] = queues[line].filter((each) => !late.includes(each));
      for (const { refuse } of late) refuse(tooLong(rest));
    }
  };
  const nextLine = (): Line => {
    if (queues.answer.length > 0 && (last === 'outbox' || outbox() === 0)) return 'answer';
    const isStart = queues.start.length > 0 && (lastOfOutbox === 'inThread' || queues.inThread.length === 0);
    return isStart ? 'start' : 'inThread';
  };
  const goOn = (): void => {
    const line = nextLine();
    const [next, ...others] = queues[line];
    queues[line] = others;
    if (line === 'answer') last = 'answer';
    else [last, lastOfOutbox] = ['outbox', line];
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
      const { rank } = turn;
      const line = lineOf(turn);
      const rest = bucket.untilFree() + before(line) * apart;
      if (rest > longest[rank]) throw tooLong(rest);
      if (waiting() === 0 && rest === 0) return bucket.take();
      const admitted = new Promise<void>((go, refuse) => {
        queues[line] = [...queues[line], { latest: time() + longest[rank], go, refuse }];
      });
      if (!isServed) void serve();
      await admitted;
    },
    isEmpty: () => waiting() === 0,
  };
}

function lineOf({ rank, beginsThread = false }: PaceTurn): Line {
  if (rank === 'answer') return 'answer';
  return beginsThread ? 'start' : 'inThread';
}

/** How many go before one that comes behind so many of its own, where those and others take turns. */
function inTurns(own: number, others: number): number {
  return own + Math.min(others, own + 1);
}
