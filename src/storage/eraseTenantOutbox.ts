import { type Kysely, sql } from 'kysely';
import { attempt } from './attempt.ts';
import type { Schema } from './schema.ts';

/** Rows read at once: a post with its activity is a few kilobytes. */
const PAGE = 200;

/**
 * Erases what waits in the outbox for where the desk was in a tenant, or would call somebody of it, though it is about
 * others, and what names anybody of it and was given up; `start` is what keys and persons of the tenant begin with. Gives
 * whether there was anything. Throws `storage-failed`.
 */
export async function eraseTenantOutbox(db: Kysely<Schema>, start: string): Promise<boolean> {
  let wasThere = false;
  let rows = await rowsAfter(db, start, '');
  while (rows.length > 0) {
    for (const row of rows) wasThere = (await eraseRow(db, start, row)) || wasThere;
    rows = await rowsAfter(db, start, rows.at(-1)?.id ?? '');
  }
  return wasThere;
}

type Row = Pick<Schema['outbox'], 'id' | 'payload' | 'state'>;

/** The next of those that may name the tenant, in the order of their ids, which never change. */
function rowsAfter(db: Kysely<Schema>, start: string, id: string): Promise<readonly Row[]> {
  return attempt('find what waits for a tenant', () =>
    db
      .selectFrom('outbox')
      .select(['id', 'payload', 'state'])
      .where('state', '!=', 'delivered')
      .where('id', '>', id)
      // As a whole: `like` would take some characters of it for others.
      .where(sql<boolean>`replace(payload, ${start}, '') <> payload`)
      .orderBy('id')
      .limit(PAGE)
      .execute(),
  );
}

/** Gives whether there was anything to erase. */
async function eraseRow(db: Kysely<Schema>, start: string, { id, payload, state }: Row): Promise<boolean> {
  // What was given up is kept for whoever wants to have it sent after all: there is nobody to send it to.
  const left = state === 'dead' ? null : withoutTenant(payload, start);
  if (left === payload) return false;
  await attempt('erase what waits for a tenant', async () => {
    if (left === null) await db.deleteFrom('outbox').where('id', '=', id).execute();
    else await db.updateTable('outbox').set({ payload: left }).where('id', '=', id).execute();
  });
  return true;
}

/** As far as rows name anybody: `RowPayload` of bots has all of it. */
interface Naming {
  readonly kind?: string;
  readonly left?: { readonly key: string } | null;
  readonly mentions?: readonly string[];
}

/** The payload as it may stay; null for one that may not. What a thread is told can be told anew from its case. */
function withoutTenant(payload: string, start: string): string | null {
  // The door: these rows are written by this program alone.
  const naming = JSON.parse(payload) as Naming;
  const { kind, left, mentions = [] } = naming;
  if (kind === 'thread') return mentions.some((each) => each.startsWith(start)) ? null : payload;
  if (!left?.key.startsWith(start)) return payload;
  return kind === 'old-card' ? null : JSON.stringify({ ...naming, left: null });
}
