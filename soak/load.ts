import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPack } from '../src/readPack.ts';
import { type FakeConnector, startFakeConnector } from '../test/support/fakeConnector.ts';
import { type BuiltBot, buildBot } from './bot/buildBot.ts';
import { type RunningBot, startBot } from './bot/startBot.ts';
import { judge } from './load/judge.ts';
import { type Memory, sampleMemory } from './load/sampleMemory.ts';
import { steadily } from './load/steadily.ts';
import { createCaseModel } from './people/caseModel.ts';
import { createFlaws } from './people/flaws.ts';
import { newCounts, type PeopleSettings, teamsPeople } from './people/people.ts';
import type { Person } from './people/person.ts';
import { createPostOffice } from './people/postOffice.ts';
import type { Soak, SoakResult, SoakRun } from './soakRun.ts';

/** Source: docs/reliability.md, `load`. */
const PEOPLE = 500;
const A_SECOND = 50;

/** Minutes at scale 1, and the fewest, after everybody has arrived. */
const MINUTES = 15;
const FEWEST_MINUTES = 0.25;
/** Of the run: until then caches fill (the last 10,000 deliveries take 200 s) and code is compiled. */
const WARM_UP = 1 / 3;
/** A slope over less than this is noise, in minutes: memory is taken and given back in pieces of several MB. */
const JUDGED_FROM = 8;

/** 500 people arrive, and then 50 messages a second come from them, to a bot in a process of its own that runs as plain JavaScript. */
export const loadSoak: Soak = async (run) => {
  const built = await buildBot();
  const dataDir = await mkdtemp(join(tmpdir(), 'unstuck-load-'));
  const connector = await startFakeConnector();
  try {
    return await underLoad(run, { built, dataDir, connector });
  } finally {
    await connector.close();
    await built.remove();
    await rm(dataDir, { recursive: true, force: true });
  }
};

interface Stage {
  readonly built: BuiltBot;
  readonly dataDir: string;
  readonly connector: FakeConnector;
}

async function underLoad(run: SoakRun, { built, dataDir, connector }: Stage): Promise<SoakResult> {
  const minutes = run.minutes ?? Math.max(FEWEST_MINUTES, MINUTES * run.scale);
  const env = { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' };
  const bot = await startBot(built, { env }, { hit: new Map(), ended: new Map() });
  if (bot === null) throw new Error('the bot ended at a step that it was not told of');
  const flaws = createFlaws();
  const times: number[] = [];
  const counts = { ...newCounts(), answersOtherThan200: 0 };
  const settings: PeopleSettings = {
    seed: run.seed,
    model: createCaseModel(await readPack('lync-online-meeting-join')),
    origin: async () => bot.origin,
    ...{ pause: [0, 0], repeats: false, counts, onFlaw: flaws.add },
    onAnswer(status, ms) {
      times.push(ms);
      if (status !== 200) counts.answersOtherThan200++;
    },
  };
  const office = createPostOffice(connector);
  const people = teamsPeople(PEOPLE, settings, { office, serviceUrl: connector.serviceUrl });
  const driving = { people, say: run.say, onFlaw: flaws.add };
  await drive({ ...driving, times: PEOPLE, act: (person) => person.arrive() });
  const arrivals = times.splice(0);
  const memory = sampleMemory(bot.pid);
  const deeds = Math.round(minutes * 60 * A_SECOND);
  const late = await drive({ ...driving, times: deeds, act: (person) => person.act() });
  const taken = memory.stop();
  for (const flaw of await stopped(bot)) flaws.add(flaw);
  if (!isSlopeJudged(minutes)) run.say('too short to judge the slope of the memory');
  return resultOf({ minutes, counts, flaws: flaws.list(), times, arrivals, deeds, late, memory: taken });
}

function isSlopeJudged(minutes: number): boolean {
  return minutes * (1 - WARM_UP) >= JUDGED_FROM;
}

interface Load {
  readonly minutes: number;
  readonly counts: PeopleSettings['counts'] & { readonly answersOtherThan200: number };
  readonly flaws: readonly string[];
  readonly times: readonly number[];
  readonly arrivals: readonly number[];
  /** That should have been done, and left out of them. */
  readonly deeds: number;
  readonly late: number;
  readonly memory: Memory;
}

function resultOf({ minutes, counts, flaws, times, arrivals, deeds, late, memory }: Load): SoakResult {
  const p99 = percentile(times, 0.99);
  const slope = memory.slopeAfter(WARM_UP);
  const { highest } = memory;
  return {
    counts: {
      minutes,
      conversations: PEOPLE,
      messagesOfArrivals: arrivals.length,
      messages: times.length,
      ...counts,
      deedsLeftOutSinceTheLastWasRunning: late,
      'p99 of arrivals, ms': Math.round(percentile(arrivals, 0.99)),
      'p50, ms': Math.round(percentile(times, 0.5)),
      'p99, ms': Math.round(p99),
      'longest, ms': Math.round(percentile(times, 1)),
      'highest RSS, MB': Math.round(highest),
      'RSS slope after warm-up, MB a minute': Number(slope.toFixed(2)),
    },
    failures: [
      ...flaws,
      ...judge({ ...counts, deeds, leftOut: late, p99, highest, slope: isSlopeJudged(minutes) ? slope : null }),
    ],
  };
}

interface Drive {
  readonly people: readonly Person[];
  readonly times: number;
  readonly act: (person: Person) => Promise<void>;
  readonly say: (line: string) => void;
  readonly onFlaw: (what: string) => void;
}

/** Lets people act in turns, 50 a second; gives how often somebody’s last deed was still running. */
async function drive({ people, times, act, say, onFlaw }: Drive): Promise<number> {
  const busy = new Set<Person>();
  let late = 0;
  const next = async (at: number): Promise<void> => {
    const person = people[at % people.length];
    if (!person) return;
    if (busy.has(person)) return void late++;
    busy.add(person);
    await act(person).catch((error: unknown) => onFlaw(`${person.seat.name}: stuck: ${error}`));
    busy.delete(person);
  };
  await steadily({ aSecond: A_SECOND, times, act: next, say });
  return late;
}

async function stopped(bot: RunningBot): Promise<readonly string[]> {
  await bot.stop();
  return (await bot.gone).by === 'itself' ? [`the bot ended by itself: ${bot.log()}`] : [];
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}
