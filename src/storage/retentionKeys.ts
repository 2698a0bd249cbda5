import { attempt } from './attempt.ts';
import { inTransaction } from './inTransaction.ts';
import type { RetentionRun } from './retentionRun.ts';
import { type KeyRange, walkTable } from './retentionWalk.ts';

/** Removes the keys of people that no line of the audit names any more; gives how many. */
export function sweepKeys(run: RetentionRun): Promise<number> {
  return walkTable(run, {
    table: 'person_keys',
    key: 'key',
    async remove(range) {
      let removed = 0;
      for (const key of await unusedKeys(run, range)) if (await removeKey(run, key)) removed += 1;
      return removed;
    },
  });
}

async function unusedKeys({ db }: RetentionRun, { after, upTo }: KeyRange): Promise<readonly string[]> {
  const rows = await attempt('look for unused keys', () =>
    db
      .selectFrom('person_keys')
      .select('key')
      .where('key', '>', after)
      .where('key', '<=', upTo)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('audit').select('id').whereRef('person_key', '=', 'person_keys.key'))),
      )
      .execute(),
  );
  return rows.map(({ key }) => key);
}

/**
 * Takes hold of the row before it looks once more: a line that is being written just now holds it too, and is seen once
 * it is committed. In one statement PostgreSQL would look at the audit as it was before it waited.
 */
function removeKey({ db }: RetentionRun, key: string): Promise<boolean> {
  return attempt('remove an unused key', () =>
    inTransaction(db, async (transaction) => {
      await transaction.updateTable('person_keys').set({ key }).where('key', '=', key).execute();
      const { numDeletedRows } = await transaction
        .deleteFrom('person_keys')
        .where('key', '=', key)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('audit').select('id').where('person_key', '=', key))),
        )
        .executeTakeFirst();
      return numDeletedRows === 1n;
    }),
  );
}
