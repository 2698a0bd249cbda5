import { type Kysely, sql } from 'kysely';
import type { CaseCounts, CaseFigures } from '../helpdesk/cases/caseStore.ts';
import { isPostgres } from './isPostgres.ts';
import type { Schema } from './schema.ts';

/** As many as are alike in all of these. */
interface Group {
  readonly status: keyof CaseCounts;
  readonly ending: string | null;
  readonly cause: string | null;
  /** PostgreSQL counts further than numbers go, and so gives texts. */
  readonly count: number | string | bigint;
}

/** The cause of those that nobody at the desk has solved. */
const SELF_SOLVED = 'self-solved';

/** Counts the cases that were opened since then, and all that are open; the database does the counting. Throws its errors as they are. */
export async function caseFigures(db: Kysely<Schema>, since: Date): Promise<CaseFigures> {
  const groups = await db
    .selectFrom('cases')
    .select(({ fn }) => ['status', 'ending', 'cause', fn.countAll().as('count')])
    // What is open is counted whenever it came.
    .where(({ or, eb }) => or([eb('opened_at', '>=', since.toISOString()), eb('status', '<>', 'closed')]))
    .groupBy(['status', 'ending', 'cause'])
    .execute();
  const count = (matches: (group: Group) => boolean) =>
    groups.reduce((sum, group) => (matches(group) ? sum + Number(group.count) : sum), 0);
  const closed = count(({ status }) => status === 'closed');
  return {
    counts: {
      waiting: count(({ status }) => status === 'waiting'),
      claimed: count(({ status }) => status === 'claimed'),
      solved: count(({ status }) => status === 'solved'),
      closed,
    },
    causes: causesOf(groups),
    minutesToClaim: await medianMinutes(db, 'claimed_at', since),
    minutesToSolve: await medianMinutes(db, 'solved_at', since),
    selfSolvedShare: closed === 0 ? null : count(({ ending }) => ending === SELF_SOLVED) / closed,
  };
}

function causesOf(groups: readonly Group[]): CaseFigures['causes'] {
  const counts = new Map<string, number>();
  for (const { status, ending, cause: named, count } of groups) {
    const cause = ending === SELF_SOLVED ? SELF_SOLVED : named;
    if (status === 'closed' && cause !== null) counts.set(cause, (counts.get(cause) ?? 0) + Number(count));
  }
  return [...counts]
    .map(([cause, count]) => ({ cause, count }))
    .sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1));
}

/** Of an even number it is the middle between the two in the middle; to a tenth. */
async function medianMinutes(
  db: Kysely<Schema>,
  until: 'claimed_at' | 'solved_at',
  since: Date,
): Promise<number | null> {
  const { rows } = await sql<{ minutes: number | string | null }>`
    select avg(minutes) as minutes from (
      select minutes, row_number() over (order by minutes) as place, count(*) over () as total from (
        select ${minutesBetween(db, sql.ref('opened_at'), sql.ref(until))} as minutes from cases
        where opened_at >= ${since.toISOString()} and ${sql.ref(until)} is not null
      ) as measured
    ) as placed where place * 2 between total and total + 2`.execute(db);
  const minutes = rows[0]?.minutes ?? null;
  return minutes === null ? null : Math.round(Number(minutes) * 10) / 10;
}

/** Times are texts, and each database reads them in its own way; SQLite in days, which are not quite exact. */
function minutesBetween(db: Kysely<Schema>, from: unknown, until: unknown) {
  return isPostgres(db)
    ? sql`extract(epoch from cast(${until} as timestamptz) - cast(${from} as timestamptz)) / 60`
    : sql`round((julianday(${until}) - julianday(${from})) * 24 * 60 * 60 * 1000) / 60000`;
}
