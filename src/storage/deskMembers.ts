import { type Kysely, sql } from 'kysely';
import type { DeskMember, DeskMembers } from '../helpdesk/desk/deskPlace.ts';
import { attempt } from './attempt.ts';
import { compileOnce } from './compileOnce.ts';
import type { Schema } from './schema.ts';

const DAY = 24 * 60 * 60 * 1000;

interface Seen {
  readonly id: string;
  readonly name: string;
  readonly account: string | null;
  readonly at: string;
  readonly dayBefore: string;
}

/** Who was seen at the desk, in the database. `list` gives those first who were seen last, to the day. */
export function createDeskMembers(db: Kysely<Schema>): DeskMembers {
  const see = seeQuery(db);

  return {
    see: ({ id, name, account }, at) =>
      attempt('note who is at the desk', async () => {
        const dayBefore = new Date(at.getTime() - DAY).toISOString();
        const text = account === null ? null : JSON.stringify(account);
        await db.executeQuery(see({ id, name, account: text, at: at.toISOString(), dayBefore }));
      }),
    get: (id) =>
      attempt('read who somebody at the desk is', async () => {
        const row = await db.selectFrom('desk_members').selectAll().where('id', '=', id).executeTakeFirst();
        return row === undefined ? null : memberOf(row);
      }),
    list: (limit) =>
      attempt('read who is at the desk', async () => {
        const rows = await db
          .selectFrom('desk_members')
          .selectAll()
          .orderBy('seen_at', 'desc')
          .orderBy('name')
          .orderBy('id')
          .limit(limit)
          .execute();
        return rows.map(memberOf);
      }),
  };
}

/** Writes once a day, or where something is new: that is enough to tell who has gone, and spares most writes. */
function seeQuery(db: Kysely<Schema>) {
  return compileOnce<Seen>((param) =>
    db
      .insertInto('desk_members')
      .values({ id: param('id'), name: param('name'), account: param('account'), seen_at: param('at') })
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet(({ ref }) => ({
            name: ref('excluded.name'),
            account: ref('excluded.account'),
            seen_at: ref('excluded.seen_at'),
          }))
          .where(({ eb, or, ref }) =>
            or([
              eb('desk_members.seen_at', '<=', param('dayBefore')),
              eb('desk_members.name', '<>', ref('excluded.name')),
              sql<boolean>`coalesce(desk_members.account, '') <> coalesce(excluded.account, '')`,
            ]),
          ),
      ),
  );
}

function memberOf({ id, name, account }: Schema['desk_members']): DeskMember {
  return { id, name, account: account === null ? null : (JSON.parse(account) as object) };
}
