import { type Kysely, sql, type Transaction } from 'kysely';
import { isPostgres } from './isPostgres.ts';
import type { Schema } from './schema.ts';

/** Somebody is named in what is another's: as who holds a case, as who did or got something in its trail. */
export interface Mention {
  readonly table: 'cases' | 'case_entries' | 'desk_places';
  /** The case, or the line of the desk. */
  readonly of: string;
  readonly at: string;
  /** `holder`, `set`, or what happened. */
  readonly what: string;
}

/** In the place of somebody who was erased. No channel gives such an id. */
const NOBODY = { id: 'erased', name: 'someone at the desk' };

/** Where a person is named in others' cases, and as who said where the desk is. Looks through all cases. */
export async function mentionsOf(db: Kysely<Schema>, person: string): Promise<readonly Mention[]> {
  const cases = await db
    .selectFrom('cases')
    .select(['id as of', 'updated_at as at'])
    .where('person', '<>', person)
    .where(names(person))
    .orderBy('id')
    .execute();
  const entries = await db
    .selectFrom('case_entries')
    .innerJoin('cases', 'cases.id', 'case_entries.case_id')
    .select(['case_entries.case_id as of', 'case_entries.at', 'case_entries.data'])
    .where('cases.person', '<>', person)
    .where(names(person, 'case_entries.data'))
    .orderBy('case_entries.case_id')
    .orderBy('case_entries.seq')
    .execute();
  const places = await db
    .selectFrom('desk_places')
    .select(['line as of', 'set_at as at'])
    .where('set_by', '=', person)
    .execute();
  return [
    ...cases.map((row) => ({ table: 'cases', ...row, what: 'holder' }) as const),
    ...entries.map(({ data, ...row }) => ({ table: 'case_entries', ...row, what: kindOf(data) }) as const),
    ...places.map((row) => ({ table: 'desk_places', ...row, what: 'set' }) as const),
  ];
}

/**
 * Puts nobody in a person's place in what is others', and gives in how many rows; the person's own cases must be gone by
 * then. A case gets the next revision, so that a turn which began from it before begins anew and doesn't write the name
 * again.
 */
export async function eraseMentions(transaction: Transaction<Schema>, person: string, at: Date): Promise<number> {
  const named = transaction.selectFrom('cases').select(['id', 'data', 'revision']).where(names(person)).orderBy('id');
  const cases = await (isPostgres(transaction) ? named.forUpdate() : named).execute();
  for (const { id, data, revision: was } of cases) {
    const revision = was + 1;
    const next = { data: withoutAgent(data, person, { revision }), revision, updated_at: at.toISOString() };
    await transaction.updateTable('cases').set(next).where('id', '=', id).execute();
  }
  const entries = await transaction.selectFrom('case_entries').select(['id', 'data']).where(names(person)).execute();
  for (const { id, data } of entries) {
    const next = { data: withoutAgent(data, person) };
    await transaction.updateTable('case_entries').set(next).where('id', '=', id).execute();
  }
  const { numUpdatedRows } = await transaction
    .updateTable('desk_places')
    .set({ set_by: null })
    .where('set_by', '=', person)
    .executeTakeFirst();
  return cases.length + entries.length + Number(numUpdatedRows);
}

/** Agents stand in JSON as objects with their id. `like` would take some characters of an id for others. */
function names(person: string, column: 'data' | 'case_entries.data' = 'data') {
  const data = sql.ref(column);
  return sql<boolean>`replace(${data}, ${`"id":${JSON.stringify(person)}`}, '') <> ${data}`;
}

function withoutAgent(data: string, person: string, more: object = {}): string {
  const value: object = JSON.parse(data, (_, part: unknown) => (isAgent(part, person) ? { ...part, ...NOBODY } : part));
  return JSON.stringify({ ...value, ...more });
}

function isAgent(part: unknown, person: string): part is object {
  return typeof part === 'object' && part !== null && 'id' in part && part.id === person && 'via' in part;
}

function kindOf(data: string): string {
  const { event } = JSON.parse(data) as { readonly event: { readonly kind: string } };
  return event.kind;
}
