import type { Kysely } from 'kysely';
import type { NewOutboxRow } from '../../src/helpdesk/outbox.ts';
import { createAppendOutbox } from '../../src/storage/appendOutbox.ts';
import { attempt } from '../../src/storage/attempt.ts';
import { inTransaction } from '../../src/storage/inTransaction.ts';
import type { Schema } from '../../src/storage/schema.ts';
import type { KeptRow } from './outboxContract.ts';

/** Writes rows as a turn's commit does. */
export async function addOutboxRows(db: Kysely<Schema>, rows: readonly NewOutboxRow[], at: Date): Promise<void> {
  const append = createAppendOutbox(db);
  await attempt('write outbox rows', () =>
    inTransaction(db, async (transaction) => {
      await append(transaction, rows, at);
      return true;
    }),
  );
}

/** What is kept of a row. */
export function keptOutboxRow(db: Kysely<Schema>, id: string): Promise<KeptRow | undefined> {
  return db.selectFrom('outbox').select(['state', 'receipt', 'payload']).where('id', '=', id).executeTakeFirst();
}
