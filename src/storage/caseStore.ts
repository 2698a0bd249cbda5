import type { Kysely } from 'kysely';
import type { Case } from '../helpdesk/cases/case.ts';
import type { CaseEntry } from '../helpdesk/cases/caseEntry.ts';
import type { CaseStore } from '../helpdesk/cases/caseStore.ts';
import { attempt } from './attempt.ts';
import { caseFigures } from './caseFigures.ts';
import { createCaseReads } from './caseReads.ts';
import { readCase } from './readCase.ts';
import type { Schema } from './schema.ts';

/**
 * The cases in the database. `open` gives those first that nobody has, and of each kind the oldest first; what is urgent
 * by its meeting depends on the time, and is for whoever shows it to say. Cases that can't be read are left out.
 */
export function createCaseStore(db: Kysely<Schema>): CaseStore {
  const reads = createCaseReads(db);

  return {
    get: (id) =>
      attempt('read a case', async () => {
        const [found = null] = casesOf((await db.executeQuery(reads.get({ id }))).rows);
        return found;
      }),
    openIn: (conversation) =>
      attempt('read a case', async () => {
        const [found = null] = casesOf((await db.executeQuery(reads.openIn({ conversation }))).rows);
        return found;
      }),
    ofPerson: (person, limit) =>
      attempt('read cases', async () => casesOf((await db.executeQuery(reads.ofPerson({ person, limit }))).rows)),
    open: (line, limit) =>
      attempt('read cases', async () => casesOf((await db.executeQuery(reads.open({ line, limit }))).rows)),
    openIds: (line) => attempt('read cases', async () => (await db.executeQuery(reads.openIds({ line }))).rows),
    closed: (line, limit) =>
      attempt('read cases', async () => casesOf((await db.executeQuery(reads.closed({ line, limit }))).rows)),
    entries: (id) =>
      attempt('read a trail', async () => (await db.executeQuery(reads.entries({ id }))).rows.map(entryOf)),
    due: (now, limit) =>
      attempt('look for cases that are due', async () => {
        const { rows } = await db.executeQuery(reads.due({ now: now.toISOString(), limit }));
        return rows.map(({ id }) => id);
      }),
    reschedule: (id, revision, dueAt) =>
      attempt('note when a case is due', async () => {
        const update = db
          .updateTable('cases')
          .set({ due_at: dueAt?.toISOString() ?? null })
          .where('id', '=', id);
        await (revision === null ? update : update.where('revision', '=', revision)).execute();
      }),
    nextDue: () =>
      attempt('ask when a case is due', async () => {
        const due = (await db.executeQuery(reads.nextDue({}))).rows[0]?.due ?? null;
        return due === null ? null : new Date(due);
      }),
    figures: (since) => attempt('count cases', () => caseFigures(db, since)),
    changedSince: (at, limit) =>
      attempt('look for changed cases', async () => {
        const { rows } = await db.executeQuery(reads.changedSince({ at: at.toISOString(), limit }));
        return rows;
      }),
  };
}

function casesOf(rows: readonly { readonly data: string }[]): readonly Case[] {
  return rows.map(({ data }) => readCase(data)).filter((found) => found !== null);
}

interface EntryRow {
  readonly id: string;
  readonly case_id: string;
  readonly at: string;
  readonly data: string;
}

/** Only turns write them, each once. */
function entryOf({ id, case_id, at, data }: EntryRow): CaseEntry {
  const { by, event } = JSON.parse(data) as Pick<CaseEntry, 'by' | 'event'>;
  return { id, case: case_id, at, by, event };
}
