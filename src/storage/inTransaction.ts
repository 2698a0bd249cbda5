import type { Kysely, Transaction } from 'kysely';

/**
 * Runs `work` in a transaction and says whether it was kept: it is when `work` gives true, and taken back when it
 * gives false or throws. `work` must begin with a write: one that reads first can't wait for its turn to write.
 */
export async function inTransaction<T>(
  db: Kysely<T>,
  work: (transaction: Transaction<T>) => Promise<boolean>,
): Promise<boolean> {
  const transaction = await db.startTransaction().execute();
  try {
    const keep = await work(transaction);
    await (keep ? transaction.commit() : transaction.rollback()).execute();
    return keep;
  } catch (error) {
    // What went wrong first is what is told; after a failed commit there may be nothing to roll back.
    if (!transaction.isRolledBack) await Promise.allSettled([transaction.rollback().execute()]);
    throw error;
  }
}
