import type { Case } from '../../src/helpdesk/cases/case.ts';
import type { CaseEntry } from '../../src/helpdesk/cases/caseEntry.ts';
import { brokenInvariants } from '../../src/helpdesk/cases/invariants.ts';
import { createCaseStore } from '../../src/storage/caseStore.ts';
import { type DataPlace, openStorage } from '../../src/storage/openStorage.ts';
import { createOutboxStore } from '../../src/storage/outboxStore.ts';

/** A case as the database has it, with all that goes with it. */
export interface KeptCase {
  readonly current: Case;
  readonly entries: readonly CaseEntry[];
  /** Ids of the lines that the audit has of it. */
  readonly audited: readonly string[];
  /** What is wrong with it by itself. */
  readonly broken: readonly string[];
}

/** What a run has left behind. */
export interface Kept {
  readonly cases: readonly KeptCase[];
  readonly outbox: { readonly waiting: number; readonly dead: number };
}

/** Reads it all. */
export async function readKept(place: DataPlace): Promise<Kept> {
  const storage = await openStorage(place, { as: 'tool' });
  try {
    const { db } = storage;
    const store = createCaseStore(db);
    const ids = await db.selectFrom('cases').select('id').orderBy('opened_at').execute();
    const lines = await db.selectFrom('audit').select(['id', 'case_id']).where('case_id', 'is not', null).execute();
    const cases = await Promise.all(
      ids.map(async ({ id }): Promise<KeptCase> => {
        const current = await store.get(id);
        if (current === null) throw new Error(`${id} can’t be read`);
        const audited = lines.filter((line) => line.case_id === id).map((line) => line.id);
        return { current, entries: await store.entries(id), audited, broken: brokenInvariants(current) };
      }),
    );
    const { waiting, dead } = await createOutboxStore(db).figures();
    return { cases, outbox: { waiting, dead } };
  } finally {
    await storage.close();
  }
}
