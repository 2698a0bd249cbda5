import { type Kysely, sql } from 'kysely';
import type { DeskPlace, DeskPlaces } from '../helpdesk/desk/deskPlace.ts';
import { attempt } from './attempt.ts';
import { compileOnce } from './compileOnce.ts';
import type { Schema } from './schema.ts';

/** Where the desk is, in the database: one place for each line. Of two lines in one place the first has it. */
export function createDeskPlaces(db: Kysely<Schema>): DeskPlaces {
  const get = compileOnce<{ line: DeskPlace['line'] }, Schema['desk_places']>((param) =>
    db.selectFrom('desk_places').selectAll().where('line', '=', param('line')),
  );
  const at = compileOnce<{ key: string }, Schema['desk_places']>((param) =>
    db.selectFrom('desk_places').selectAll().where('key', '=', param('key')).orderBy('line').limit(sql.lit(1)),
  );

  return {
    get: (line) =>
      attempt('ask where the desk is', async () => placeOf((await db.executeQuery(get({ line }))).rows[0])),
    at: (key) => attempt('ask where the desk is', async () => placeOf((await db.executeQuery(at({ key }))).rows[0])),
    set: ({ line, key, channel, reference, setBy, setAt, lost }) =>
      attempt('note where the desk is', async () => {
        const row = { key, channel, reference: JSON.stringify(reference), set_by: setBy, set_at: setAt, lost };
        await db
          .insertInto('desk_places')
          .values({ line, ...row })
          .onConflict((conflict) => conflict.column('line').doUpdateSet(row))
          .execute();
      }),
    markLost: (key, why) =>
      attempt('note that the desk is lost', async () => {
        await db.updateTable('desk_places').set({ lost: why }).where('key', '=', key).execute();
      }),
  };
}

function placeOf(row: Schema['desk_places'] | undefined): DeskPlace | null {
  if (row === undefined) return null;
  const { line, key, channel, set_by: setBy, set_at: setAt, lost } = row;
  return { line, key, channel, reference: JSON.parse(row.reference) as object, setBy, setAt, lost };
}
