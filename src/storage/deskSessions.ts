import type { Kysely } from 'kysely';
import { attempt } from './attempt.ts';
import { compileOnce } from './compileOnce.ts';
import type { Schema } from './schema.ts';

/** Somebody who has signed in at the desk page, or has opened a link to one case. */
interface DeskSession {
  readonly name: string;
  readonly via: 'page' | 'link';
  /** The one case that a link opens; null for the whole desk. */
  readonly only: string | null;
  readonly line?: string;
  readonly csrf: string;
  readonly expiresAt: Date;
}

/** Who has signed in at the desk page, by the hash of what their cookie holds. All throw `storage-failed`. */
export interface DeskSessions {
  /** Also throws when there is such a session: a hash is given out once. */
  create(hash: string, session: DeskSession): Promise<void>;
  /** Null for one that was never given out, or is over. */
  get(hash: string, at: Date): Promise<DeskSession | null>;
  end(hash: string): Promise<void>;
}

/** The desk page's sessions. */
export function createDeskSessions(db: Kysely<Schema>): DeskSessions {
  const select = compileOnce<{ hash: string; at: string }, Schema['desk_sessions']>((param) =>
    db.selectFrom('desk_sessions').selectAll().where('hash', '=', param('hash')).where('expires_at', '>', param('at')),
  );

  return {
    create: (hash, { name, via, only, line, csrf, expiresAt }) =>
      attempt('write a session of the desk', async () => {
        await db
          .insertInto('desk_sessions')
          .values({ hash, name, via, only_case: only, line: line ?? null, csrf, expires_at: expiresAt.toISOString() })
          .execute();
      }),
    get: (hash, at) =>
      attempt('read a session of the desk', async () => {
        const { rows } = await db.executeQuery(select({ hash, at: at.toISOString() }));
        const [row] = rows;
        if (row === undefined) return null;
        const { name, via, only_case: only, line, csrf, expires_at } = row;
        return { name, via, only, ...(line !== null && { line }), csrf, expiresAt: new Date(expires_at) };
      }),
    end: (hash) =>
      attempt('end a session of the desk', async () => {
        await db.deleteFrom('desk_sessions').where('hash', '=', hash).execute();
      }),
  };
}
