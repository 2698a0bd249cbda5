import type { Written } from './instanceSettings.ts';
import type { Which } from './moves.ts';
import type { Side } from './side.ts';
import { storedCases } from './storedCases.ts';
import type { World } from './world.ts';

/** Whoever makes the moves of one history. */
export interface Player {
  readonly world: World;
  readonly people: readonly [Side, Side];
  /** Ids of the newest cases of both, as of the last look. */
  readonly newest: [string | null, string | null];
}

/** An id that no case has. */
const NO_CASE = 'UN-2222-22';

/** The newest case of one of them; where there is none, one that doesn’t exist. */
export function newestOf({ newest }: Player, who: Which): string {
  return newest[who] ?? NO_CASE;
}

/** Follows every case of these people to where it now stands; gives what was committed since the last look. */
export async function look({ world, people, newest }: Player): Promise<readonly Written[]> {
  const persons = people.map(({ person }) => person);
  const stored = await storedCases(world.instances.db, persons);
  // What the database has was said before it was there, and may still be on its way here.
  await world.instances.sync();
  for (const who of [0, 1] as const) {
    newest[who] = stored.findLast(({ current }) => current.requester.person === persons[who])?.current.id ?? null;
  }
  return stored.flatMap((each) => world.ledger.follow(each));
}

/** What is left of them must not take time from those who come. */
export async function leave({ world, people }: Player): Promise<void> {
  const { db } = world.instances;
  const persons = people.map(({ person }) => person);
  await db.updateTable('cases').set({ due_at: null }).where('person', 'in', persons).execute();
  await db.deleteFrom('outbox').where('person', 'in', persons).execute();
}
