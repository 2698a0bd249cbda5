import type { Kysely } from 'kysely';
import { AppError } from '../errors.ts';
import type { CaseWrite } from '../helpdesk/cases/caseStore.ts';
import { createAppendCaseAudit } from './caseAudit.ts';
import { createCaseQueries } from './caseQueries.ts';
import { caseRow } from './caseRow.ts';
import type { Schema } from './schema.ts';

/** Writes cases within a turn's transaction. Both throw the database's errors as they are. */
export interface WriteCases {
  /** The cases themselves; false when one has moved on, and then nothing of the transaction may be kept. */
  keep(transaction: Kysely<Schema>, writes: readonly CaseWrite[], at: Date): Promise<boolean>;
  /** What goes with them, after `keep`: their trail, their files, the audit. */
  follow(transaction: Kysely<Schema>, writes: readonly CaseWrite[], at: Date): Promise<void>;
}

/** The writing of cases over one database; `newId` makes keys for people in the audit. */
export function createWriteCases(db: Kysely<Schema>, newId: () => string): WriteCases {
  const queries = createCaseQueries(db);
  const appendAudit = createAppendCaseAudit(db, newId);

  return {
    async keep(transaction, writes, at) {
      for (const write of inOrder(writes)) {
        const row = caseRow(write, at);
        const { from } = write;
        const query = from === 0 ? queries.insertCase(row) : queries.updateCase({ ...row, from });
        const { numAffectedRows } = await transaction.executeQuery(query);
        if (numAffectedRows !== 1n) return false;
      }
      return true;
    },
    async follow(transaction, writes, at) {
      for (const { next, entries, files } of writes) {
        for (const { id, at: time, by, event } of entries) {
          const data = JSON.stringify({ by, event });
          await transaction.executeQuery(queries.insertEntry({ id, caseId: next.id, at: time, data }));
        }
        const { person } = next.requester;
        for (const id of files) await transaction.executeQuery(queries.attachFile({ id, caseId: next.id, person }));
      }
      await appendAudit(transaction, writes, at);
    },
  };
}

/** By their ids: two turns that change the same two cases would wait for each other else. */
function inOrder(writes: readonly CaseWrite[]): readonly CaseWrite[] {
  for (const { next, from } of writes) {
    // A revision that stays as it was would let a second turn win that began from the same case.
    if (next.revision <= from) throw new AppError('unexpected', 'a changed case has the revision of the one before');
  }
  return writes.toSorted((a, b) => (a.next.id < b.next.id ? -1 : 1));
}
