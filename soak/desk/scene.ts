import type { ChannelReader } from '../../src/bots/desk/channelReader.ts';
import { TENANT } from '../../test/support/teamsActivity.ts';
import type { BuiltBot } from '../bot/buildBot.ts';
import { createFlaws, type Flaws } from '../people/flaws.ts';
import type { Met } from '../people/judgeAnswers.ts';
import { type DeliveryCounts, newCounts } from '../people/people.ts';
import { randomFrom } from '../random.ts';
import type { SoakResult } from '../soakRun.ts';
import { createBook } from './book.ts';
import { ADMIN, type Cast, type CastSize, createCast } from './cast.ts';
import { type Channel, startChannel } from './channel.ts';
import type { Kept } from './kept.ts';
import { createLives, type Lives } from './lives.ts';
import { createMarks } from './marks.ts';
import { createScreen } from './screen.ts';
import type { Stage } from './story.ts';
import { createWeather, FAIR } from './weather.ts';

/** Everything that a run goes on with. */
export interface Scene {
  readonly lives: Lives;
  readonly channel: Pick<Channel, 'calls'>;
  /** The desk’s conversation. */
  readonly desk: string;
  /** What the bot sees of a thread there; default: what mentions it. */
  readonly heard?: ChannelReader['heard'];
  readonly cast: Cast;
  readonly stage: Stage;
  readonly flaws: Flaws;
  /** What became of the deliveries of those whose channel is fair. */
  readonly counts: Met & Pick<DeliveryCounts, 'copies' | 'retries'>;
  /** From now on the desk’s channel fails, or it doesn’t any more. */
  setFair(isFair: boolean): void;
  /** How long the last messages may take once nothing is begun any more, in milliseconds; default: two minutes. */
  readonly arriveWithin?: number;
  /** Nothing is begun any more. */
  setOver(): void;
  /** What everybody does at the very end, in fair weather; default: nothing. */
  finish?(): Promise<void>;
  /** What is judged besides. */
  judge?(kept: Kept): SoakResult;
  close(): Promise<void>;
}

/** What a scene needs. */
export interface SceneParts {
  readonly built: BuiltBot;
  readonly seed: number;
  readonly size: CastSize;
  /** Where the bot keeps its data. */
  readonly env: Readonly<Record<string, string>>;
}

const DESK = '19:helpdesk@thread.tacv2';
const TOKEN = 'the-token-of-the-desk-in-a-soak-run-0123456789';

/** A desk and people who may ask it, before anything is done. The weather is fair. */
export async function openScene({ built, seed, size, env }: SceneParts): Promise<Scene> {
  const flaws = createFlaws();
  let isFairAtDesk = true;
  const atDesk = createWeather(randomFrom(seed + 1), () => isFairAtDesk);
  const lives = createLives({ built, env: { ...env, ...ofDesk() }, onFlaw: flaws.add });
  const channel = await startChannel({
    life: lives.current,
    weather: (call) => (isAtDesk(call.conversation) ? atDesk(call) : FAIR),
  });
  const screen = createScreen(DESK);
  channel.onCall(screen.show);
  const counts = { fair: newCounts(), failing: newCounts() };
  const cast = createCast({
    ...{ seed, size, channel, screen, desk: DESK, token: TOKEN, counts },
    ...{ origin: lives.origin, onFlaw: flaws.add },
  });
  let isOver = false;
  const stage: Stage = {
    ...{ screen, hands: cast.hands, marks: createMarks(), book: createBook(), random: randomFrom(seed + 2) },
    isOver: () => isOver,
    counts: { solved: 0, saidNo: 0, claimedAtOnce: 0 },
  };
  return {
    ...{ lives, channel, desk: DESK, cast, stage, flaws, counts: counts.fair },
    setFair(isFair) {
      isFairAtDesk = isFair;
    },
    setOver() {
      isOver = true;
    },
    async close() {
      for (const asker of cast.askers) asker.leave();
      await channel.close();
    },
  };
}

function ofDesk(): Readonly<Record<string, string>> {
  const admins = `teams:${TENANT}:${ADMIN.aadObjectId}`;
  return {
    ...{ PORT: '0', LOG_LEVEL: 'error', HELPDESK_HOURS: 'always' },
    ...{ DESK_PAGE: 'on', DESK_TOKEN: TOKEN, ADMIN_IDS: admins },
  };
}

function isAtDesk(conversation: string): boolean {
  return `${conversation};`.startsWith(`${DESK};`);
}
