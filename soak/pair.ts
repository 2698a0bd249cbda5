import { readPack } from '../src/readPack.ts';
import { type FakeConnector, startFakeConnector } from '../test/support/fakeConnector.ts';
import { type Postgres, startPostgres } from '../test/support/startPostgres.ts';
import { type BuiltBot, buildBot } from './bot/buildBot.ts';
import { stepResults } from './bot/stepResults.ts';
import { createRecovery, type Recovery } from './pair/recovery.ts';
import { createTwins, type Twins } from './pair/twins.ts';
import { createCaseModel } from './people/caseModel.ts';
import type { Crowd } from './people/crowd.ts';
import { awaitEffects } from './people/effects.ts';
import { createFlaws } from './people/flaws.ts';
import { crowdOf, newCounts, type PeopleSettings, teamsPeople, webPeople } from './people/people.ts';
import { createPostOffice } from './people/postOffice.ts';
import type { Soak, SoakResult, SoakRun } from './soakRun.ts';

/** Source: docs/reliability.md, `pair`. */
const RESTART_EVERY_MS = 20_000;
const RECOVERY_MS = 10_000;
const IN_TEAMS = 20;
const ON_THE_PAGE = 6;
/** More than are blocked at a time by the leases of who was killed. */
const DESKS = 100;

/** Minutes at scale 1, and the fewest restarts and kills of a short run, which come closer together. */
const MINUTES = 4;
const FEWEST = 1;
const SHORT_EVERY_MS = 6_000;
/** One of the two is killed in the middle between two restarts. */
const KILL = 'kill';
const RESTART = 'restart';

interface Stage {
  readonly built: BuiltBot;
  readonly connector: FakeConnector;
  readonly postgres: Postgres;
}

/** Two processes on one PostgreSQL, one of them killed and the database ended without notice, again and again. */
export const pairSoak: Soak = async (run) => {
  const built = await buildBot();
  const connector = await startFakeConnector();
  const postgres = await startPostgres({ durable: true });
  try {
    return await pair(run, { built, connector, postgres });
  } finally {
    await postgres.end();
    await connector.close();
    await built.remove();
  }
};

async function pair(run: SoakRun, { built, connector, postgres }: Stage): Promise<SoakResult> {
  const { url } = await postgres.freshDatabase();
  const { serviceUrl } = connector;
  const flaws = createFlaws();
  const recovery = createRecovery();
  const env = { PORT: '0', DATABASE_URL: url, LOG_LEVEL: 'error' };
  const twins = createTwins(built, { env, desks: { serviceUrl, count: DESKS } }, flaws.add);
  await twins.start();
  const office = createPostOffice(connector);
  const settings: PeopleSettings = {
    seed: run.seed,
    model: createCaseModel(await readPack('lync-online-meeting-join')),
    origin: twins.next,
    pause: [1_100, 1_900],
    counts: newCounts(),
    onFlaw: flaws.add,
    onTaken: recovery.taken,
  };
  const inTeams = teamsPeople(IN_TEAMS, settings, { office, serviceUrl });
  const crowd = crowdOf([...inTeams, ...webPeople(ON_THE_PAGE, settings)], settings);

  const times = await liveThrough(crowd, { run, twins, postgres, recovery });
  const effects = await awaitEffects(office, { desks: DESKS, people: crowd.people, ends: 2 * times });
  await twins.stop();

  const recovered = recoveryResult(recovery);
  const steps = stepResults(twins.counts, false);
  return {
    counts: {
      kills: times,
      restarts: times,
      ...settings.counts,
      ...effects.counts,
      ...recovered.counts,
      ...steps.counts,
    },
    failures: [...flaws.list(), ...effects.flaws, ...recovered.flaws, ...steps.flaws],
  };
}

/** Lets people live while things end around them; after a redeploy they all go on. Gives how often each was ended. */
async function liveThrough(crowd: Crowd, disturbing: Disturbing): Promise<number> {
  let over = false;
  const living = crowd.live(() => over);
  const times = await disturb(disturbing);
  over = true;
  await living;
  await disturbing.twins.redeployLater();
  await crowd.finish();
  return times;
}

function recoveryResult(recovery: Recovery) {
  const longest = [KILL, RESTART].map((what) => ({ what, ms: recovery.longest(what) }));
  return {
    counts: Object.fromEntries(
      longest.map(({ what, ms }) => [`longest recovery after a ${what}, ms`, Math.round(ms)] as const),
    ),
    flaws: longest
      .filter(({ ms }) => ms >= RECOVERY_MS)
      .map(({ what, ms }) => `after a ${what} nothing was answered for ${(ms / 1000).toFixed(1)} s`),
  };
}

interface Disturbing {
  readonly run: SoakRun;
  readonly twins: Twins;
  readonly postgres: Postgres;
  readonly recovery: Recovery;
}

/** Kills one and restarts the database, in turns; gives how often each was done. */
async function disturb({ run, twins, postgres, recovery }: Disturbing): Promise<number> {
  const minutes = run.minutes ?? MINUTES * run.scale;
  const inFull = Math.floor((minutes * 60_000) / RESTART_EVERY_MS);
  const times = Math.max(FEWEST, inFull);
  const every = inFull >= FEWEST ? RESTART_EVERY_MS : SHORT_EVERY_MS;
  for (let time = 1; time <= times; time++) {
    await pause(every / 2);
    recovery.ended(KILL);
    await Promise.all([twins.kill(run.random() < 0.5 ? 0 : 1), pause(every / 2)]);
    recovery.ended(RESTART);
    await postgres.stop('immediate');
    await postgres.start();
    run.say(`${time} of ${times} kills and restarts`);
  }
  await pause(every / 2);
  return times;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
