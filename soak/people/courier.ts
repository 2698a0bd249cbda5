import type { Copies } from './seat.ts';

/** How long a channel waits for an answer before it delivers again, in milliseconds. Source: docs/architecture.md. */
const ANSWER_WITHIN = 15_000;
/** Between two tries, in milliseconds: shorter than any real channel’s, for the run’s sake. */
const PAUSE = 150;
/** Nobody waits longer for one delivery to be answered, in milliseconds, unless they say so. */
const GIVE_UP = 60_000;

/** Delivers as channels do: again after a broken connection or a 5xx, and more than once without being asked. */
export interface Courier {
  /**
   * Delivers so many copies, the first at once. Resolves with the first 2xx; the others go on by themselves, each until
   * it is answered too. Rejects when it is refused or not answered in time.
   */
  deliver(post: Delivery, copies: Pick<Copies, 'count' | 'spread'>): Promise<void>;
  /** One more, within so many milliseconds, for which nobody waits. */
  later(post: Delivery, spread: number): void;
  /** Resolves when no copy is under way. */
  settled(): Promise<void>;
}

/** Sends one copy; each time to where the bot then is. */
export type Delivery = (signal: AbortSignal) => Promise<Answer>;

/** How a copy was answered. */
export interface Answer {
  /** 0 when it wasn’t: the connection broke, or it took too long. */
  readonly status: number;
  /** The origin that it went to; null when it wasn’t answered. */
  readonly to: string | null;
}

const UNANSWERED: Answer = { status: 0, to: null };

/** What a courier counts and takes. */
export interface CourierParts {
  readonly random: () => number;
  readonly onCopy: () => void;
  readonly onRetry: () => void;
  /** How long somebody waits for one delivery to be answered, in milliseconds; default: a minute. */
  readonly patienceMs?: number;
  /** Between an answer of this status, 0 for none, and the next try, and as much again at random, in milliseconds. */
  readonly pauseMs?: (status: number) => number;
  /** Told of each answer: its status, the milliseconds that it took, and the origin that gave it. See `Answer`. */
  readonly onAnswer?: (status: number, ms: number, to: string | null) => void;
}

/** Starts one without anything to do. */
export function createCourier(parts: CourierParts): Courier {
  const { random, onCopy, onRetry, onAnswer = () => undefined, patienceMs = GIVE_UP, pauseMs = () => PAUSE } = parts;
  const underWay = new Set<Promise<void>>();

  const untilAnswered = async (post: Delivery, after: number): Promise<void> => {
    if (after > 0) await pause(after);
    const since = Date.now();
    const answers = new Map<number, number>();
    onCopy();
    for (;;) {
      const startedAt = performance.now();
      const { status, to } = await post(AbortSignal.timeout(ANSWER_WITHIN)).catch(() => UNANSWERED);
      onAnswer(status, performance.now() - startedAt, to);
      if (status >= 200 && status < 300) return;
      answers.set(status, (answers.get(status) ?? 0) + 1);
      failFor(status, { spentMs: Date.now() - since, patienceMs, answers });
      onRetry();
      await pause(pauseMs(status) * (1 + random()));
    }
  };

  const own = (copies: readonly Promise<void>[]) => {
    const all = Promise.allSettled(copies).then(() => void underWay.delete(all));
    underWay.add(all);
  };
  /** Many at nearly the same moment, some much later. */
  const laterBy = (spread: number) => Math.floor(random() * random() * spread);

  return {
    async deliver(post, { count, spread }) {
      const copies = Array.from({ length: count }, (_, at) => untilAnswered(post, at === 0 ? 0 : laterBy(spread)));
      own(copies);
      await Promise.race(copies);
    },
    later: (post, spread) => own([untilAnswered(post, laterBy(spread))]),
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

interface Tried {
  readonly spentMs: number;
  readonly patienceMs: number;
  /** How often it was answered with each status. */
  readonly answers: ReadonlyMap<number, number>;
}

/** Throws where no delivery will ever be taken. */
function failFor(status: number, { spentMs, patienceMs, answers }: Tried): void {
  if (status >= 400 && status < 500 && status !== 429) throw new Error(`a delivery was refused with ${status}`);
  if (spentMs <= patienceMs) return;
  const often = [...answers].map(([answer, times]) => `${answer} ${times}×`).join(', ');
  throw new Error(`a delivery was not answered for ${Math.round(spentMs / 1000)} s, but with ${often}`);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
