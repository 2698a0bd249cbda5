import type { Kysely } from 'kysely';
import { attempt } from './attempt.ts';
import { compileOnce } from './compileOnce.ts';
import type { Schema } from './schema.ts';

/** Which sessions the web channel has given out. Both throw `storage-failed`. */
export interface WebSessions {
  /** Also throws when there is such a session: an id is given out once. */
  create(id: string, at: Date): Promise<void>;
  exists(id: string): Promise<boolean>;
}

/** The web channel's sessions. */
export function createWebSessions(db: Kysely<Schema>): WebSessions {
  const select = compileOnce<{ id: string }>((param) =>
    db.selectFrom('web_sessions').select('id').where('id', '=', param('id')),
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
  };
}
