import { type Kysely, sql, type Transaction } from 'kysely';
import { attempt } from './attempt.ts';
import { appendAudit } from './audit.ts';
import { deskNamesOf } from './deskNames.ts';
import { inTransaction } from './inTransaction.ts';
import { exportPerson, type PersonExport } from './personDataExport.ts';
import { eraseMentions, mentionsOf } from './personDataMentions.ts';
import { type OwnKeys, type PersonDataKind, type PersonRows, personDataRows } from './personDataRows.ts';
import { wipeTraces } from './personDataTraces.ts';
import type { Schema } from './schema.ts';
import { startsWith } from './startsWith.ts';

/** How many rows of each kind are a person's; kinds without any are left out. */
export type PersonCounts = { readonly [Kind in 'conversations' | 'cases' | PersonDataKind | 'mentions']?: number };

/** What is stored of people. All throw `storage-failed`. */
export interface PersonData {
  count(person: string): Promise<PersonCounts>;
  /** Null where nothing is stored. */
  read(person: string): Promise<PersonExport | null>;
  /**
   * How many conversations there are in the person's tenant that may be anybody's: no turn has touched them since rows
   * say whose they are.
   */
  countUnowned(person: string): Promise<number>;
  /**
   * Erases everything or nothing, and gives what it was. In others' cases somebody at the desk gives way to "someone at
   * the desk". The audit keeps its lines, behind which there is nobody any more, and gets one that says that somebody
   * was erased. A turn that is running begins anew, from nothing.
   */
  erase(person: string, at: Date): Promise<PersonCounts>;
  /** Wipes what erased rows have left behind in the database's files; see `wipeTraces`. */
  wipeTraces(): Promise<void>;
}

/** Over one database; `newId` makes the ids of lines in the audit. */
export function createPersonData(db: Kysely<Schema>, newId: () => string): PersonData {
  return {
    count: (person) => attempt('count what is stored of a person', () => countRows(db, person)),
    read: (person) => exportPerson(db, person),
    countUnowned: (person) => attempt('count conversations', () => countUnowned(db, person)),
    async erase(person, at) {
      let erased: PersonCounts = {};
      await attempt('erase a person', () =>
        inTransaction(db, async (transaction) => {
          erased = await eraseRows(transaction, person, at);
          if (Object.keys(erased).length === 0) return false;
          await appendAudit(transaction, { at, person: null, action: 'person-erased' }, newId);
          return true;
        }),
      );
      return erased;
    },
    wipeTraces: () => wipeTraces(db),
  };
}

/** A session of the web channel is found by its key in any case. */
async function countUnowned(db: Kysely<Schema>, person: string): Promise<number> {
  const [channel, tenant] = person.split(':');
  if (channel === 'web') return 0;
  const start = `${channel}:${tenant}:`;
  const { rows } = await sql<{ count: number | string }>`select count(*) as count from conversations
    where person is null and ${startsWith('key', start)}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

async function countRows(db: Kysely<Schema>, person: string): Promise<PersonCounts> {
  const { conversations, cases, others } = personDataRows(person);
  const own = await db.selectFrom('conversations').select('key').where(conversations).execute();
  const ownCases = await db.selectFrom('cases').select('id').where(cases).execute();
  const deskNames = await deskNamesOf(db, person);
  const keys = { conversations: own.map(({ key }) => key), cases: ownCases.map(({ id }) => id), deskNames };
  const { length: mentions } = await mentionsOf(db, person);
  return sumUp({ keys, mentions }, others(keys), async ({ table, where }) => {
    const { rows } = await sql<{ count: number | string }>`select count(*) as count from ${sql.table(table)}
      where ${where}`.execute(db);
    return Number(rows[0]?.count ?? 0);
  });
}

/** Conversations and cases first, as in a turn: so neither waits for the other, and no turn can add to what is found here. */
async function eraseRows(transaction: Transaction<Schema>, person: string, at: Date): Promise<PersonCounts> {
  const { conversations, cases, others } = personDataRows(person);
  const own = await transaction.deleteFrom('conversations').where(conversations).returning('key').execute();
  const ownCases = await transaction.deleteFrom('cases').where(cases).returning('id').execute();
  const deskNames = await deskNamesOf(transaction, person);
  const keys = { conversations: own.map(({ key }) => key), cases: ownCases.map(({ id }) => id), deskNames };
  const counts = await sumUp({ keys, mentions: 0 }, others(keys), async ({ table, where }) => {
    const { numAffectedRows = 0n } = await sql`delete from ${sql.table(table)} where ${where}`.execute(transaction);
    return Number(numAffectedRows);
  });
  const mentions = await eraseMentions(transaction, person, at);
  return mentions > 0 ? { ...counts, mentions } : counts;
}

async function sumUp(
  { keys, mentions }: { readonly keys: OwnKeys; readonly mentions: number },
  others: readonly PersonRows[],
  rowsIn: (rows: PersonRows) => Promise<number>,
): Promise<PersonCounts> {
  const counts: { -readonly [Kind in keyof PersonCounts]: PersonCounts[Kind] } = {};
  const add = (kind: keyof PersonCounts | null, count: number) => {
    if (kind !== null && count > 0) counts[kind] = (counts[kind] ?? 0) + count;
  };
  add('conversations', keys.conversations.length);
  add('cases', keys.cases.length);
  for (const rows of others) add(rows.kind, await rowsIn(rows));
  add('mentions', mentions);
  return counts;
}
