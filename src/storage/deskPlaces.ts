import { type Kysely, sql, type Transaction } from 'kysely';
import type { DeskPlace, DeskPlaces } from '../helpdesk/desk/deskPlace.ts';
import { createAppendOutbox } from './appendOutbox.ts';
import { attempt } from './attempt.ts';
import { type AuditAction, appendAudit } from './audit.ts';
import { compileOnce } from './compileOnce.ts';
import { inTransaction } from './inTransaction.ts';
import type { Schema } from './schema.ts';

type Row = Schema['desk_places'];

/** Where a line is, as the audit tells of it. */
type Standing = Pick<Row, 'line' | 'key' | 'lost'>;

interface Change {
  readonly before: Standing | null;
  readonly after: Standing;
  readonly by: string | null;
  readonly at: Date;
}

/**
 * Where the desk is, in the database: one place for each line. Of two lines in one place the first has it. Each change of
 * it is in the audit, within the same transaction; `newId` makes the ids of its lines.
 */
export function createDeskPlaces(db: Kysely<Schema>, newId: () => string): DeskPlaces {
  const get = compileOnce<{ line: DeskPlace['line'] }, Row>((param) =>
    db.selectFrom('desk_places').selectAll().where('line', '=', param('line')),
  );
  const at = compileOnce<{ key: string }, Row>((param) =>
    db.selectFrom('desk_places').selectAll().where('key', '=', param('key')).orderBy('line').limit(sql.lit(1)),
  );

  const appendOutbox = createAppendOutbox(db);

  return {
    get: (line) =>
      attempt('ask where the desk is', async () => placeOf((await db.executeQuery(get({ line }))).rows[0])),
    at: (key) => attempt('ask where the desk is', async () => placeOf((await db.executeQuery(at({ key }))).rows[0])),
    set: ({ line, key, channel, reference, setBy, setAt, lost }, change, outbox = []) =>
      attempt('note where the desk is', async () => {
        const row = { key, channel, reference: JSON.stringify(reference), set_by: setBy, set_at: setAt, lost };
        await inTransaction(db, async (transaction) => {
          const [before = null] = await hold(transaction, 'line', line);
          await transaction
            .insertInto('desk_places')
            .values({ line, ...row })
            .onConflict((conflict) => conflict.column('line').doUpdateSet(row))
            .execute();
          await tell(transaction, { before, after: { line, key, lost }, ...change }, newId);
          await appendOutbox(transaction, outbox, change.at);
          return true;
        });
      }),
    markLost: (key, why, changedAt) =>
      attempt('note that the desk is lost', async () => {
        await inTransaction(db, async (transaction) => {
          const held = await hold(transaction, 'key', key);
          await transaction.updateTable('desk_places').set({ lost: why }).where('key', '=', key).execute();
          for (const before of held) {
            await tell(transaction, { before, after: { ...before, lost: why }, by: null, at: changedAt }, newId);
          }
          return true;
        });
      }),
  };
}

/** Reads rows by a write that changes nothing: until the end of the transaction nobody else changes them. */
function hold(transaction: Transaction<Schema>, column: 'line' | 'key', value: string): Promise<readonly Standing[]> {
  return transaction
    .updateTable('desk_places')
    .set(({ ref }) => ({ key: ref('key') }))
    .where(sql<boolean>`${sql.ref(column)} = ${value}`)
    .returning(['line', 'key', 'lost'])
    .execute();
}

async function tell(transaction: Transaction<Schema>, { before, after, by, at }: Change, newId: () => string) {
  const action = actionOf(before, after);
  if (action === null) return;
  const entry = { at, person: by, action, before: before && standing(before), after: standing(after) };
  await appendAudit(transaction, entry, newId);
}

/** What has changed; null for nothing that the audit tells of. */
function actionOf(before: Standing | null, after: Standing): AuditAction | null {
  if (before?.key !== after.key) return 'desk-moved';
  if ((before.lost === null) === (after.lost === null)) return null;
  return after.lost === null ? 'desk-found' : 'desk-lost';
}

function standing({ line, key, lost }: Standing): string {
  return JSON.stringify({ line, place: key, lost });
}

function placeOf(row: Row | undefined): DeskPlace | null {
  if (row === undefined) return null;
  const { line, key, channel, set_by: setBy, set_at: setAt, lost } = row;
  return { line, key, channel, reference: JSON.parse(row.reference) as object, setBy, setAt, lost };
}
