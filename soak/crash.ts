import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIMITS } from '../src/helpdesk/dispatcherLimits.ts';
import { readPack } from '../src/readPack.ts';
import { type FakeConnector, startFakeConnector } from '../test/support/fakeConnector.ts';
import { createAddress } from './bot/address.ts';
import { type BuiltBot, buildBot } from './bot/buildBot.ts';
import type { ChildSettings } from './bot/childSettings.ts';
import { crashPlan, type LifePlan } from './bot/crashPlan.ts';
import { type RunningBot, type StepCounts, startBot } from './bot/startBot.ts';
import { stepResults } from './bot/stepResults.ts';
import { createCaseModel } from './people/caseModel.ts';
import { awaitEffects } from './people/effects.ts';
import { createFlaws, type Flaws } from './people/flaws.ts';
import { judgeAnswers } from './people/judgeAnswers.ts';
import { crowdOf, newCounts, teamsPeople, webPeople } from './people/people.ts';
import { createPostOffice } from './people/postOffice.ts';
import type { Soak, SoakResult, SoakRun } from './soakRun.ts';

/** Source: docs/reliability.md, `crash`. */
const ENDS = 200;
const IN_TEAMS = 15;
const ON_THE_PAGE = 5;
const DESKS = 8;
const SAY_EVERY = 20;
/** Between two lives, by their clocks: what the one before had leased can be taken again. */
const APART_MS = LIMITS.leaseMs + 1_000;

interface Stage {
  readonly built: BuiltBot;
  readonly dataDir: string;
  readonly connector: FakeConnector;
}

/** `kill -9`, again and again, at random moments and at each named step, under the load of 20 people. */
export const crashSoak: Soak = async (run) => {
  const built = await buildBot();
  const dataDir = await mkdtemp(join(tmpdir(), 'unstuck-crash-'));
  const connector = await startFakeConnector();
  try {
    return await crash(run, { built, dataDir, connector });
  } finally {
    await connector.close();
    await built.remove();
    await rm(dataDir, { recursive: true, force: true });
  }
};

async function crash(run: SoakRun, stage: Stage): Promise<SoakResult> {
  const office = createPostOffice(stage.connector);
  const flaws = createFlaws();
  const lives = createLives(stage, flaws);
  const settings = {
    seed: run.seed,
    model: createCaseModel(await readPack('lync-online-meeting-join')),
    origin: lives.origin,
    pause: [100, 700] as const,
    counts: newCounts(),
    onFlaw: flaws.add,
  };
  const { serviceUrl } = stage.connector;
  const crowd = crowdOf(
    [...teamsPeople(IN_TEAMS, settings, { office, serviceUrl }), ...webPeople(ON_THE_PAGE, settings)],
    settings,
  );

  let over = false;
  const living = crowd.live(() => over);
  const plan = crashPlan(Math.round(ENDS * run.scale), run.random);
  for (const [at, life] of plan.entries()) {
    await lives.live(life);
    if ((at + 1) % SAY_EVERY === 0) run.say(`${at + 1} of ${plan.length} ends, ${settings.counts.deeds} deeds`);
  }
  over = true;
  const last = await lives.goOn();
  await living;
  await crowd.finish();
  const effects = await awaitEffects(office, { desks: DESKS, people: crowd.people, ends: plan.length });
  await last.stop();

  const steps = stepResults(lives.counts, true);
  return {
    counts: { ends: plan.length, people: crowd.people.length, ...settings.counts, ...effects.counts, ...steps.counts },
    failures: [...flaws.list(), ...judgeAnswers(settings.counts), ...effects.flaws, ...steps.flaws],
  };
}

/** The lives of one bot, one after another, over the same data. */
function createLives({ built, dataDir, connector: { serviceUrl } }: Stage, flaws: Flaws) {
  const counts: StepCounts = { hit: new Map(), ended: new Map() };
  const env = { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' };
  const desks = { serviceUrl, count: DESKS };
  const address = createAddress();
  let lived = 0;
  const start = (more: Pick<ChildSettings, 'kill'>) =>
    startBot(built, { env, desks, clockAheadMs: ++lived * APART_MS, ...more }, counts);

  return {
    counts,
    origin: address.get,
    /** One life, to its end. */
    async live({ afterMs, kill }: LifePlan): Promise<void> {
      const bot = await start(kill ? { kill } : {});
      if (bot === null) return;
      address.set(bot.origin);
      await Promise.race([bot.gone, new Promise((resolve) => setTimeout(resolve, afterMs))]);
      address.set(null);
      await bot.kill();
      if ((await bot.gone).by === 'itself') flaws.add(`a bot ended by itself: ${bot.log()}`);
    },
    /** The last life, which nothing ends. */
    async goOn(): Promise<RunningBot> {
      const bot = await start({});
      if (bot === null) throw new Error('a bot ended at a step that it was not told of');
      address.set(bot.origin);
      return bot;
    },
  };
}
