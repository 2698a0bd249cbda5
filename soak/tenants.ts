import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPack } from '../src/readPack.ts';
import { startFakeConnector } from '../test/support/fakeConnector.ts';
import { type BuiltBot, buildBot } from './bot/buildBot.ts';
import { type RunningBot, startBot } from './bot/startBot.ts';
import { createCaseModel } from './people/caseModel.ts';
import { createFlaws, type Flaws } from './people/flaws.ts';
import { newCounts, type PeopleSettings } from './people/people.ts';
import { createPostOffice } from './people/postOffice.ts';
import { randomFrom } from './random.ts';
import type { Soak, SoakResult, SoakRun } from './soakRun.ts';
import { createMarkWatch, type MarkWatch, type Tenant } from './tenants/marks.ts';
import { doOperation, type Member, type Operation, operationsOf } from './tenants/operations.ts';
import { teamsMember } from './tenants/teamsMember.ts';
import { webMember } from './tenants/webMember.ts';

/** Source: docs/reliability.md, `tenants`. */
const OPERATIONS = 5_000;
const MARKS = ['zirkonia', 'quandary', 'wuxtable'] as const;
/** Of each tenant. */
const IN_TEAMS = 8;
const ON_THE_PAGE = 4;
/** Operations of different people that run at the same moment. */
const AT_ONCE = 6;
const SAY_EVERY = 1_000;
/** A second and a bit: nobody is ever too fast, and none of what is kept grows old. */
const CLOCK_STEP_MS = 1_100;

/** People of three tenants, with the same ids in part, do as they like side by side; nobody sees a mark of another. */
export const tenantsSoak: Soak = async (run) => {
  const built = await buildBot();
  const dataDir = await mkdtemp(join(tmpdir(), 'unstuck-tenants-'));
  const tenants = await Promise.all(MARKS.map(tenantOf));
  try {
    return await sideBySide(run, { built, dataDir, tenants });
  } finally {
    for (const { connector } of tenants) await connector.close();
    await built.remove();
    await rm(dataDir, { recursive: true, force: true });
  }
};

async function tenantOf(mark: string, at: number): Promise<Tenant> {
  return { mark, id: `00000000-0000-4000-8000-00000000000${at}`, connector: await startFakeConnector() };
}

interface Stage {
  readonly built: BuiltBot;
  readonly dataDir: string;
  readonly tenants: readonly Tenant[];
}

async function sideBySide(run: SoakRun, { built, dataDir, tenants }: Stage): Promise<SoakResult> {
  const env = { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' };
  const steps = { hit: new Map(), ended: new Map() };
  const bot = await startBot(built, { env, clockStepMs: CLOCK_STEP_MS }, steps);
  if (bot === null) throw new Error('the bot ended at a step that it was not told of');
  const flaws = createFlaws();
  const watch = createMarkWatch(tenants, flaws.add);
  const settings: PeopleSettings = {
    seed: run.seed,
    model: createCaseModel(await readPack('lync-online-meeting-join')),
    origin: async () => bot.origin,
    pause: [0, 0],
    counts: newCounts(),
    onFlaw: flaws.add,
  };
  const { members, sortAll } = peopleOf(tenants, watch, settings);
  const done = new Map<Operation, number>();
  const operating = { run, members, watch, flaws, done, bot };
  await operate(operating);
  await sayMarks(operating);
  await Promise.all(members.map(({ seat }) => seat.settled()));
  for (const { seat } of members) seat.leave();
  sortAll();
  await bot.stop();
  return resultOf({ tenants, watch, flaws, done, bot: await bot.gone, settings });
}

/** Everybody, and a way to have all that came looked at. */
function peopleOf(tenants: readonly Tenant[], watch: MarkWatch, settings: PeopleSettings) {
  const offices = tenants.map((tenant) =>
    createPostOffice(tenant.connector, ({ path, headers, body }) =>
      watch.look(tenant, 'Teams', `${decodeURIComponent(path)} ${JSON.stringify(headers)} ${JSON.stringify(body)}`),
    ),
  );
  const members = tenants.flatMap((tenant, at): Member[] => {
    const office = offices[at];
    if (office === undefined) return [];
    const random = (number: number) => randomFrom(settings.seed * 1_000 + at * 100 + number);
    return [
      ...Array.from({ length: IN_TEAMS }, (_, number) =>
        teamsMember({ tenant, number, office, random: random(number) }, settings),
      ),
      ...Array.from({ length: ON_THE_PAGE }, (_, number) =>
        webMember({ tenant, watch, random: random(IN_TEAMS + number) }, settings),
      ),
    ];
  });
  const sortAll = () => {
    for (const office of offices) office.sort();
  };
  return { members, sortAll };
}

interface Operating {
  readonly run: SoakRun;
  readonly members: readonly Member[];
  readonly watch: MarkWatch;
  readonly flaws: Flaws;
  readonly done: Map<Operation, number>;
  readonly bot: RunningBot;
}

/** Several at a time, each of somebody who isn’t busy. */
async function operate({ run, members, watch, flaws, done, bot }: Operating): Promise<void> {
  const { random } = run;
  const total = Math.max(members.length, Math.round(OPERATIONS * run.scale));
  const busy = new Set<Member>();
  let begun = 0;
  const pick = <T>(among: readonly T[]): T | undefined => among[Math.floor(random() * among.length)];

  const operateOnce = async (): Promise<void> => {
    const member = pick(members.filter((each) => !busy.has(each)));
    if (member === undefined) return;
    busy.add(member);
    const other = pick(members.filter(({ tenant }) => tenant !== member.tenant)) ?? member;
    const operation = pick(operationsOf(member)) ?? 'acts';
    done.set(operation, (done.get(operation) ?? 0) + 1);
    await doOperation(operation, { member, other, origin: bot.origin, watch, random, onFlaw: flaws.add });
    busy.delete(member);
  };
  const work = async (): Promise<void> => {
    while (begun < total) {
      if (++begun % SAY_EVERY === 0) run.say(`${begun} of ${total} operations`);
      await operateOnce().catch((error: unknown) => flaws.add(`an operation failed: ${error}`));
    }
  };
  for (const { person } of members) await person.arrive();
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** However few operations there were: everybody has said their mark and been shown it. */
async function sayMarks({ run, members, watch, flaws, bot }: Operating): Promise<void> {
  for (const member of members) {
    const doing = { member, other: member, origin: bot.origin, watch, random: run.random, onFlaw: flaws.add };
    await doOperation('says its mark', doing);
    await doOperation('pastes a link with its mark', doing);
    if (member.kind === 'web') await doOperation('reads its history again', doing);
  }
}

interface Ended {
  readonly tenants: readonly Tenant[];
  readonly watch: MarkWatch;
  readonly flaws: Flaws;
  readonly done: ReadonlyMap<Operation, number>;
  readonly bot: Awaited<RunningBot['gone']>;
  readonly settings: PeopleSettings;
}

function resultOf({ tenants, watch, flaws, done, bot, settings }: Ended): SoakResult {
  const places = ['Teams', 'web stream', 'web history'];
  const unseen = tenants.flatMap((tenant) =>
    places
      .filter((place) => watch.own(tenant, place) === 0)
      .map((place) => `${tenant.mark} never saw itself in ${place}`),
  );
  const own = tenants.reduce(
    (sum, tenant) => sum + places.reduce((all, place) => all + watch.own(tenant, place), 0),
    0,
  );
  return {
    counts: {
      ...Object.fromEntries(done),
      operations: [...done.values()].reduce((sum, each) => sum + each, 0),
      ...settings.counts,
      'own marks seen': own,
      'marks of others seen': watch.foreign,
    },
    failures: [...flaws.list(), ...unseen, ...(bot.by === 'itself' ? ['the bot ended by itself'] : [])],
  };
}
