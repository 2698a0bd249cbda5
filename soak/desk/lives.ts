import { createAddress } from '../bot/address.ts';
import type { BuiltBot } from '../bot/buildBot.ts';
import type { ChildSettings } from '../bot/childSettings.ts';
import type { LifePlan } from '../bot/crashPlan.ts';
import { type RunningBot, type StepCounts, startBot } from '../bot/startBot.ts';
import { pause } from './patience.ts';

/** By then everything has been read that a bot sent before it was ended, in milliseconds. */
const READ_WITHIN = 100;

/** When a bot was there, in milliseconds since 1970. */
export interface Life {
  /** Null while it isn’t up, and where it ended before it was. */
  readonly upAt: number | null;
  /** Null while it goes on. */
  readonly endedAt: number | null;
}

/** The lives of one bot, one after another, over the same data. */
export interface Lives {
  readonly counts: StepCounts;
  /** By their numbers, from 0. */
  readonly all: readonly Life[];
  /** The number of the one that is, or is starting. */
  current(): number;
  /** Where it is; while it is nowhere, waits for its next life. */
  origin(): Promise<string>;
  /** One life, to its end. */
  live(plan: LifePlan): Promise<void>;
  /** A life that nothing ends but who began it. */
  goOn(): Promise<{ end(how: 'kill' | 'stop'): Promise<void> }>;
}

/** What lives are made of. */
export interface LivesParts {
  readonly built: BuiltBot;
  readonly env: ChildSettings['env'];
  readonly onFlaw: (what: string) => void;
  /** So much later each life is than the one before, by their clocks, in milliseconds; default: by no more than it is. */
  readonly apartMs?: number;
}

/** A bot that hasn’t lived yet. */
export function createLives({ built, env, onFlaw, apartMs = 0 }: LivesParts): Lives {
  const counts: StepCounts = { hit: new Map(), ended: new Map() };
  const address = createAddress();
  const all: { upAt: number | null; endedAt: number | null }[] = [];

  const start = async (more: Pick<ChildSettings, 'kill'>): Promise<RunningBot | null> => {
    const life: (typeof all)[number] = { upAt: null, endedAt: null };
    // What the one before has sent is still being read when its end is known, and counts for that one.
    await pause(READ_WITHIN);
    all.push(life);
    const bot = await startBot(built, { env, clockAheadMs: (all.length - 1) * apartMs, ...more }, counts);
    if (bot === null) {
      life.endedAt = Date.now();
      return null;
    }
    life.upAt = Date.now();
    address.set(bot.origin);
    void bot.gone.then(({ by }) => {
      life.endedAt = Date.now();
      if (by === 'itself') onFlaw(`a bot ended by itself: ${bot.log()}`);
    });
    return bot;
  };

  return {
    counts,
    all,
    current: () => all.length - 1,
    origin: address.get,
    async live({ afterMs, kill }) {
      const bot = await start(kill ? { kill } : {});
      if (bot === null) return;
      await Promise.race([bot.gone, new Promise((resolve) => setTimeout(resolve, afterMs))]);
      address.set(null);
      await bot.kill();
    },
    async goOn() {
      const bot = await start({});
      if (bot === null) throw new Error('a bot ended at a step that it was not told of');
      return {
        async end(how) {
          address.set(null);
          await bot[how]();
        },
      };
    },
  };
}
