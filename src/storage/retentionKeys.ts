import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { attempt } from './attempt.ts';
import { inTransaction } from './inTransaction.ts';
import type { RetentionRun } from './retentionRun.ts';
import { type KeyRange, walkTable } from './retentionWalk.ts';
import type { Schema } from './schema.ts';

/** Removes the keys of people that no line of the audit names any more, all until then being gone; gives how many. */
export function sweepKeys(run: RetentionRun, until: string): Promise<number> {
  return walkTable(run, {
    table: 'person_keys',
    key: 'key',
    async remove(range) {
      let removed = 0;
      for (const key of await unusedKeys(run, { range, until })) if (await removeKey(run, { key, until })) removed += 1;
      return removed;
    },
  });
}

async function unusedKeys(
  { db }: RetentionRun,
  { range: { after, upTo }, until }: { range: KeyRange; until: string },
): Promise<readonly string[]> {
  const rows = await attempt('look for unused keys', () =>
    db
      .selectFrom('person_keys')
      .select('key')
      .where('key', '>', after)
      .where('key', '<=', upTo)
      .where((key) => isUnused(key, until))
      .execute(),
  );
  return rows.map(({ key }) => key);
}

/**
 * Takes hold of the row before it looks once more: a line that is being written just now holds it too, and is seen once
 * it is committed. In one statement PostgreSQL would look at the audit as it was before it waited.
 */
function removeKey({ db }: RetentionRun, { key, until }: { key: string; until: string }): Promise<boolean> {
  return attempt('remove an unused key', () =>
    inTransaction(db, async (transaction) => {
      await transaction.updateTable('person_keys').set({ key }).where('key', '=', key).execute();
      const { numDeletedRows } = await transaction
        .deleteFrom('person_keys')
        .where('key', '=', key)
        .where((row) => isUnused(row, until))
        .executeTakeFirst();
      return numDeletedRows === 1n;
    }),
  );
}

/** A line may also name somebody as whoever holds a case, where no index finds them: then the key was used no earlier. */
function isUnused(key: ExpressionBuilder<Schema, 'person_keys'>, until: string): Expression<SqlBool> {
  const named = key.selectFrom('audit').select('id').whereRef('person_key', '=', 'person_keys.key');
  return key.and([key.or([key('used_at', 'is', null), key('used_at', '<=', until)]), key.not(key.exists(named))]);
}
