import { type Kysely, sql } from 'kysely';
import type { Case } from '../../src/helpdesk/cases/case.ts';
import type { Schema } from '../../src/storage/schema.ts';
import type { AuditLine, StoredCase } from './ledger.ts';

interface Row {
  readonly data: string;
  readonly entries: readonly string[] | null;
  readonly audit: readonly AuditLine[] | null;
}

/** The cases of these people, oldest first, with all that goes with them: read at one moment, from PostgreSQL. */
export async function storedCases(db: Kysely<Schema>, people: readonly string[]): Promise<readonly StoredCase[]> {
  const { rows } = await sql<Row>`
    select c.data,
      (select json_agg(e.id order by e.seq) from case_entries e where e.case_id = c.id) as entries,
      (select json_agg(json_build_object('id', a.id, 'action', a.action, 'before', a.before, 'after', a.after))
        from audit a where a.id in (select e.id from case_entries e where e.case_id = c.id)) as audit
    from cases c where c.person in (${sql.join(people)}) order by c.opened_at, c.id`.execute(db);
  return rows.map(({ data, entries, audit }) => ({
    current: JSON.parse(data) as Case,
    entries: entries ?? [],
    audit: audit ?? [],
  }));
}
