import { readPack } from '../src/readPack.ts';
import { type FakeConnector, startFakeConnector } from '../test/support/fakeConnector.ts';
import { type Postgres, startPostgres } from '../test/support/startPostgres.ts';
import { type BuiltBot, buildBot } from './bot/buildBot.ts';
import { stepResults } from './bot/stepResults.ts';
import { createRecovery, type Recovery } from './pair/recovery.ts';
import { createTwins, TWINS, type Twins } from './pair/twins.ts';
import { createCaseModel } from './people/caseModel.ts';
import type { Crowd } from './people/crowd.ts';
import { awaitEffects } from './people/effects.ts';
import { createFlaws } from './people/flaws.ts';
import { judgeAnswers } from './people/judgeAnswers.ts';
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

/** How the page’s door answers what has reached the database, and the only one to answer so. */
const OF_PAGE = 204;

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
  const recovery = createRecovery(TWINS);
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
    onAnswer: answersTo(recovery, twins),
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
    failures: [...flaws.list(), ...judgeAnswers(settings.counts), ...effects.flaws, ...recovered.flaws, ...steps.flaws],
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

/** By the page’s door alone a process is back: that of Teams is answered 200 also when only a fault could be told. */
function answersTo(recovery: Recovery, twins: Twins): Required<PeopleSettings>['onAnswer'] {
  return (status, ms, to) => {
    const number = to === null || status !== OF_PAGE ? null : twins.numberOf(to);
    if (number !== null) recovery.answered(number, performance.now() - ms);
  };
}

function recoveryResult(recovery: Recovery) {
  const longest = [KILL, RESTART].map((what) => ({ what, ms: recovery.longest(what) }));
  return {
    counts: Object.fromEntries(
      longest.map(({ what, ms }) => [`longest recovery after a ${what}, ms`, Math.round(ms)] as const),
    ),
    flaws: longest
      .filter(({ ms }) => ms >= RECOVERY_MS)
      .map(({ what, ms }) => `after a ${what} one of the two answered nothing for ${shown(ms)}`),
  };
}

function shown(ms: number): string {
  return Number.isFinite(ms) ? `${(ms / 1000).toFixed(1)} s` : 'the rest of the run';
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
  await pause(every / 2);
  for (let time = 1; time <= times; time++) {
    const number = run.random() < 0.5 ? 0 : 1;
    await twins.kill(number);
    recovery.ended(KILL);
    await Promise.all([twins.startAgain(number), recoveredOrLate(recovery), pause(every / 2)]);
    await postgres.stop('immediate');
    recovery.ended(RESTART);
    await postgres.start();
    await Promise.all([recoveredOrLate(recovery), pause(every / 2)]);
    run.say(`${time} of ${times} kills and restarts`);
  }
  return times;
}

/** What ends next doesn’t replace a process that is still silent, whose successor would answer in its place. */
async function recoveredOrLate(recovery: Recovery): Promise<void> {
  await Promise.race([recovery.over(), pause(RECOVERY_MS)]);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
