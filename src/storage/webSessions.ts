import type { Kysely } from 'kysely';
import { attempt } from './attempt.ts';
import { compileOnce } from './compileOnce.ts';
import type { Schema } from './schema.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Which sessions the web channel has given out. All throw `storage-failed`. */
export interface WebSessions {
  /** Also throws when there is such a session: an id is given out once. */
  create(id: string, at: Date): Promise<void>;
  exists(id: string): Promise<boolean>;
  /** Notes that a session is in use, once a day: that is enough to tell which are idle, and spares most writes. */
  use(id: string, at: Date): Promise<void>;
}

/** The web channel's sessions. */
export function createWebSessions(db: Kysely<Schema>): WebSessions {
  const select = compileOnce<{ id: string }>((param) =>
    db.selectFrom('web_sessions').select('id').where('id', '=', param('id')),
  );

  const update = compileOnce<{ id: string; at: string; dayBefore: string }>((param) =>
    db
      .updateTable('web_sessions')
      .set({ used_at: param('at') })
      .where('id', '=', param('id'))
      .where(({ eb, or }) => or([eb('used_at', 'is', null), eb('used_at', '<=', param('dayBefore'))])),
  );

  return {
    create: (id, at) =>
      attempt('write a session', async () => {
        await db.insertInto('web_sessions').values({ id, created_at: at.toISOString() }).execute();
      }),
    exists: (id) =>
      attempt('read a session', async () => {
        const { rows } = await db.executeQuery(select({ id }));
        return rows.length > 0;
      }),
    use: (id, at) =>
      attempt('note the use of a session', async () => {
        const dayBefore = new Date(at.getTime() - DAY).toISOString();
        await db.executeQuery(update({ id, at: at.toISOString(), dayBefore }));
      }),
  };
}
