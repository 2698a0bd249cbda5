import { LIMITS } from '../../src/helpdesk/dispatcherLimits.ts';
import type { BuiltBot } from '../bot/buildBot.ts';
import type { ChildSettings } from '../bot/childSettings.ts';
import { type RunningBot, type StepCounts, startBot } from '../bot/startBot.ts';
import { createRoundRobin } from './roundRobin.ts';

/** Two processes of the bot on one database. */
export interface Twins {
  /** Where the next request goes. */
  readonly next: () => Promise<string>;
  readonly counts: StepCounts;
  start(): Promise<void>;
  /** Which of them is there, by its number; null where neither is. */
  numberOf(origin: string): number | null;
  /** Ends one with `kill -9`; resolves when it is gone. */
  kill(number: number): Promise<void>;
  /** Starts one that was killed. */
  startAgain(number: number): Promise<void>;
  /** Redeploys both, a minute and more later by their clocks: leases that somebody was killed with have run out. */
  redeployLater(): Promise<void>;
  stop(): Promise<void>;
}

/** What the twins are told. */
export type TwinSettings = Pick<ChildSettings, 'env' | 'desks'>;

/** How many they are, numbered from 0. */
export const TWINS = 2;

/** Two of them, not started. */
export function createTwins(built: BuiltBot, settings: TwinSettings, onFlaw: (what: string) => void): Twins {
  const robin = createRoundRobin(TWINS);
  const counts: StepCounts = { hit: new Map(), ended: new Map() };
  const bots: (RunningBot | undefined)[] = [];

  const startOne = async (number: number, clockAheadMs: number): Promise<void> => {
    const bot = await startBot(built, { ...settings, clockAheadMs }, counts);
    if (bot === null) throw new Error('the bot ended at a step that it was not told of');
    bots[number] = bot;
    robin.set(number, bot.origin);
    void bot.gone.then(({ by }) => by === 'itself' && onFlaw(`a bot ended by itself: ${bot.log()}`));
  };
  const numbers = Array.from({ length: TWINS }, (_, number) => number);
  const stopOne = async (number: number): Promise<void> => {
    robin.set(number, null);
    await bots[number]?.stop();
  };

  return {
    next: robin.next,
    counts,
    start: async () => void (await Promise.all(numbers.map((number) => startOne(number, 0)))),
    numberOf(origin) {
      const number = bots.findIndex((bot) => bot?.origin === origin);
      return number < 0 ? null : number;
    },
    async kill(number) {
      // Whoever stands in front of the two finds out by a connection that breaks.
      await bots[number]?.kill();
      robin.set(number, null);
    },
    startAgain: (number) => startOne(number, 0),
    async redeployLater() {
      await Promise.all(numbers.map(stopOne));
      await Promise.all(numbers.map((number) => startOne(number, LIMITS.leaseMs + 1_000)));
    },
    stop: async () => void (await Promise.all(numbers.map(stopOne))),
  };
}
