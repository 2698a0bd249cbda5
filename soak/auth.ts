import { type AuthDoor, startAuthDoor } from './auth/authDoor.ts';
import { authCases } from './auth/cases.ts';
import { keyStories } from './auth/keyStories.ts';
import { mutateToken, mutations } from './auth/mutateToken.ts';
import { createSightings, type Sightings } from './auth/sightings.ts';
import { verifyCost } from './auth/verifyCost.ts';
import type { Soak, SoakRun } from './soakRun.ts';

/** Source: docs/reliability.md, `auth`. */
const MUTATED = 10_000;
const LARGEST_GROWTH = 5 * 1024 * 1024;

/** Enough of each kind that every piece of code has run before the heap is measured. */
const WARM_UP = 600;
const AT_ONCE = 20;
const SAY_EVERY = 2_000;

/** Everything that may come to the door of Teams, over HTTP, and nothing of it may come in but what is signed for us. */
export const authSoak: Soak = async (run) => {
  const sightings = createSightings();
  const restore = listen(sightings);
  try {
    const cases = await tryCases(sightings);
    const stories = await tryStories(sightings);
    const mutated = await tryMutations(run, sightings);
    const cost = await verifyCost();
    return {
      counts: {
        'tokens of the table': cases,
        'stories of keys': stories,
        ...mutated,
        'microseconds to verify a token': cost.anew,
        'microseconds for a token that is known': cost.known,
      },
      failures: sightings.all(),
    };
  } finally {
    restore();
  }
};

/** What the process says on its own to the terminal is looked through too. */
function listen(sightings: Sightings): () => void {
  const write = process.stderr.write;
  process.stderr.write = (written: string | Uint8Array) => {
    sightings.read(written.toString());
    return write.call(process.stderr, written);
  };
  return () => {
    process.stderr.write = write;
  };
}

async function tryCases(sightings: Sightings): Promise<number> {
  const door = await startAuthDoor(sightings);
  const cases = authCases(door);
  for (const { name, status, authorization, activity } of cases) {
    const before = door.turns();
    const answer = await door.knock(authorization, activity);
    if (answer !== status) sightings.add(`${name}: ${answer} instead of ${status}`);
    const isIn = door.turns() > before;
    if (isIn !== (status === 200)) sightings.add(`${name}: ${isIn ? 'a turn' : 'no turn'} was run`);
  }
  await door.close();
  return cases.length;
}

async function tryStories(sightings: Sightings): Promise<number> {
  for (const [name, tell] of Object.entries(keyStories)) {
    const door = await startAuthDoor(sightings);
    await tell(door, (what, seen, wanted) => {
      const [is, should] = [JSON.stringify(seen), JSON.stringify(wanted)];
      if (is !== should) sightings.add(`${name}: ${what}: ${is} instead of ${should}`);
    });
    await door.close();
  }
  return Object.keys(keyStories).length;
}

async function tryMutations(run: SoakRun, sightings: Sightings): Promise<Record<string, number>> {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('to measure the heap, this needs node --expose-gc');
  const door = await startAuthDoor(sightings);
  const statuses = new Map<number, number>();
  await knockAll(WARM_UP, { run, door, sightings, statuses: new Map() });
  gc();
  const before = process.memoryUsage().heapUsed;
  const count = Math.max(Object.keys(mutations).length, Math.round(MUTATED * run.scale));
  const good = await knockAll(count, { run, door, sightings, statuses });
  gc();
  const growth = process.memoryUsage().heapUsed - before;
  await door.close();
  if (growth > LARGEST_GROWTH) sightings.add(`the heap grew by ${growth} bytes`);
  const byStatus = [...statuses].map(([status, times]) => [`mutated tokens answered ${status}`, times] as const);
  return {
    'mutated tokens': count,
    ...Object.fromEntries(byStatus),
    'good tokens among them, let in': good,
    'growth of the heap in KB': Math.round(growth / 1024),
  };
}

interface Knocking {
  readonly run: SoakRun;
  readonly door: AuthDoor;
  readonly sightings: Sightings;
  readonly statuses: Map<number, number>;
}

/** Mutated tokens, some at once, and a good one behind them each time: a door that is just shut proves nothing. */
async function knockAll(count: number, { run, door, sightings, statuses }: Knocking): Promise<number> {
  let good = 0;
  for (let done = 0; done < count; done += AT_ONCE) {
    const tokens = Array.from({ length: Math.min(AT_ONCE, count - done) }, () =>
      mutateToken({ identity: door.identity, random: run.random }),
    );
    const before = door.turns();
    const answers = await Promise.all(tokens.map(({ authorization }) => door.knock(authorization)));
    if (door.turns() > before) sightings.add('a turn was run for a mutated token');
    for (const [at, status] of answers.entries()) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      // The keys are there: not even 503 has a reason.
      if (status < 400 || status >= 500) sightings.add(`${tokens[at]?.kind}: answered ${status}`);
    }
    if ((await door.knock(door.identity.authorization())) === 200) good++;
    else sightings.add('a good token was refused among mutated ones');
    if (done > 0 && done % SAY_EVERY === 0) run.say(`${done} of ${count} mutated tokens`);
  }
  return good;
}
