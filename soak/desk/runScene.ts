import type { DataPlace } from '../../src/storage/openStorage.ts';
import { DESK_STEPS } from '../bot/childSettings.ts';
import type { LifePlan } from '../bot/crashPlan.ts';
import { stepResults } from '../bot/stepResults.ts';
import { judgeAnswers } from '../people/judgeAnswers.ts';
import type { SoakResult } from '../soakRun.ts';
import type { Asker } from './asker.ts';
import { judge } from './judge.ts';
import { readKept } from './kept.ts';
import { pause, until } from './patience.ts';
import type { Scene } from './scene.ts';
import { liveThrough } from './story.ts';

/** How a scene is gone through. */
export interface ScenePlan {
  readonly plan: readonly LifePlan[];
  /** Where the bot keeps its data. */
  readonly place: DataPlace;
  /** So many rows of ends at the least, with a rest between any two. */
  readonly fewestRows: number;
  /** How long a rest takes at the least, in milliseconds; default 3,000. */
  readonly restMs?: number;
  readonly say: (line: string) => void;
}

/** So many ends one after another, and then a rest in which all has to come to the desk. */
const ENDS_IN_A_ROW = 10;
const SHORTEST_REST_MS = 3_000;
const LONGEST_REST_MS = 60_000;

/** How long a step is waited for that nothing has ended at yet, in milliseconds, and how often. */
const AT_LAST_MS = 20_000;
const MOST_AT_LAST = 3;

/** Between two cases of one person, in milliseconds, and as much again at random. */
const BREATH = 1_500;
/** Between two looks at whether everything has come, in milliseconds. */
const LOOK_AGAIN = 1_000;

/** How long the last messages may take, in milliseconds. */
const ARRIVE_WITHIN = 120_000;

/** Has everybody go on while one life of the bot ends after another, and judges what has come of it. Closes the scene. */
export async function runScene(scene: Scene, { place, ...how }: ScenePlan): Promise<SoakResult> {
  const { lives, cast, stage, flaws } = scene;
  const first = await lives.goOn();
  await cast.openDesk();
  scene.setFair(false);
  const living = cast.askers.map((asker) => goOn(asker, scene));
  await first.end('kill');
  await endAll(scene, how);
  const last = await lives.goOn();
  scene.setOver();
  await Promise.all(living);
  await cast.settled();
  scene.setFair(true);
  await scene.finish?.();
  const judged = await judgeInTime(scene, place);
  await last.end('stop');
  await scene.close();
  const steps = stepResults(lives.counts, true, DESK_STEPS);
  const { copies, retries } = scene.counts;
  const people = cast.askers.length;
  return {
    counts: { ends: how.plan.length, people, ...stage.counts, copies, retries, ...judged.counts, ...steps.counts },
    failures: [...flaws.list(), ...judgeAnswers(scene.counts), ...judged.failures, ...steps.flaws],
  };
}

/** Some ends, and a rest; again and again. */
async function endAll(
  scene: Scene,
  { plan, fewestRows, say, restMs = SHORTEST_REST_MS }: Omit<ScenePlan, 'place'>,
): Promise<void> {
  const rows = Math.max(fewestRows, Math.floor(plan.length / ENDS_IN_A_ROW));
  const each = Math.ceil(plan.length / rows);
  for (let at = 0; at < plan.length; at += each) {
    if (at > 0) await rest(scene, restMs);
    const ends = plan.slice(at, at + each);
    for (const life of ends) await scene.lives.live(life);
    say(`${at + ends.length} of ${plan.length} ends, ${scene.stage.book.of('sent').length} cases`);
  }
  for (const step of DESK_STEPS) {
    const isLeft = () => !scene.lives.counts.ended.has(step);
    for (let times = 0; isLeft() && times < MOST_AT_LAST; times++) {
      await scene.lives.live({ afterMs: AT_LAST_MS, kill: { step, hit: 1 } });
    }
  }
}

/** One case after another. Somebody who waits in vain does no more. */
async function goOn(asker: Asker, { stage, flaws }: Scene): Promise<void> {
  try {
    await asker.arrive();
    while (!stage.isOver()) {
      await liveThrough(asker, stage);
      await pause(BREATH * (1 + stage.random()));
    }
  } catch (error) {
    flaws.add(`${asker.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A life that is left alone until all that was sent before is on the desk. */
async function rest({ lives, flaws, stage: { book, screen } }: Scene, restMs: number): Promise<void> {
  const bot = await lives.goOn();
  const sent = book.of('sent').map(({ mark }) => mark);
  const missing = () => sent.filter((mark) => screen.find(mark) === null);
  const [allThere] = await Promise.all([until(() => missing().length === 0 || null, LONGEST_REST_MS), pause(restMs)]);
  if (allThere === null)
    flaws.add(`a rest of ${LONGEST_REST_MS / 1000} s did not bring ${missing().join(', ')} to the desk`);
  await bot.end('kill');
}

/** As soon as nothing is missing any more; what is by then never came. */
async function judgeInTime(scene: Scene, place: DataPlace): Promise<SoakResult> {
  const began = Date.now();
  const end = began + (scene.arriveWithin ?? ARRIVE_WITHIN);
  for (;;) {
    const judged = await judgeNow(scene, place);
    if (judged.failures.length === 0 || Date.now() > end) {
      return { ...judged, counts: { ...judged.counts, 'until all had come, at the end, ms': Date.now() - began } };
    }
    await pause(LOOK_AGAIN);
  }
}

async function judgeNow(scene: Scene, place: DataPlace): Promise<SoakResult> {
  const { channel, desk, cast, stage, lives, heard = 'mentions' } = scene;
  const kept = await readKept(place);
  const { calls } = channel;
  const judged = judge({ calls, channel: desk, heard, askers: cast.askers, book: stage.book, lives: lives.all, kept });
  const more = scene.judge?.(kept);
  return {
    counts: { ...judged.counts, ...more?.counts },
    failures: [...judged.failures, ...(more?.failures ?? [])],
  };
}
