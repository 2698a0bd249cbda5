import { randomUUID } from 'node:crypto';
import { createCaseLinkSigner } from '../../src/channels/desk/signCaseLink.ts';
import type { Case } from '../../src/helpdesk/cases/case.ts';
import type { CaseEntry } from '../../src/helpdesk/cases/caseEntry.ts';
import type { DeskPlace } from '../../src/helpdesk/desk/deskPlace.ts';
import type { StoredFile } from '../../src/helpdesk/files/fileStore.ts';
import { createCaseStore } from '../../src/storage/caseStore.ts';
import { createDeskPlaces } from '../../src/storage/deskPlaces.ts';
import { createFileStore } from '../../src/storage/fileStore.ts';
import { openStorage } from '../../src/storage/openStorage.ts';
import { createSecrets } from '../../src/storage/secrets.ts';
import { storeFile } from '../contracts/fileSamples.ts';
import { until } from './until.ts';

const HOUR = 60 * 60_000;

/** What a running bot has written, read beside it. */
export interface DeskRows {
  case(id: string): Promise<Case>;
  entries(id: string): Promise<readonly CaseEntry[]>;
  /** The lines of the audit of a case, in their order. */
  audit(id: string): Promise<readonly AuditLine[]>;
  /** All that is kept of cases: every row of them, of their trails, of the outbox and of the audit. */
  all(): Promise<readonly string[]>;
  /** The files that go with a case. */
  files(id: string): Promise<readonly StoredFile[]>;
  /** How many cases there are. */
  count(): Promise<number>;
  /** What a web session was told and has said, oldest first. */
  messages(session: string): Promise<readonly string[]>;
  /** Whether a message on the page came from the outbox rather than in answer to something. */
  isUnasked(session: string, seq: number): Promise<boolean>;
  /** The messages of the outbox that have reached nobody and are tried no more. */
  dead(): Promise<readonly string[]>;
  /** A link, signed as the bot signs them for the desk of a line, that opens one case at the page for an hour from then. */
  linkTo(id: string, at: Date, line?: string): Promise<string>;
  /** Says where a line of the helpdesk works, as if somebody had said so there. */
  setPlace(place: DeskPlace): Promise<void>;
  /** A whole file of that person’s which goes with no case, as if it had just been fetched. */
  storeLoose(facts: Pick<StoredFile, 'id' | 'person' | 'name'>): Promise<void>;
  /** Waits until a case is like that, and gives it. */
  until(id: string, isSo: (current: Case) => boolean): Promise<Case>;
  /** Waits until all that was to be sent is sent, or given up. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** A line of the audit, with people instead of keys. */
export interface AuditLine {
  readonly who: string | null;
  readonly action: string;
  readonly via: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** Opens the data in a folder, or in a PostgreSQL instead, as a tool does. */
export async function openDeskRows(dataDir: string, databaseUrl?: string): Promise<DeskRows> {
  const { db, close } = await openStorage({ dataDir, databaseUrl }, { as: 'tool' });
  const cases = createCaseStore(db);
  const get = async (id: string) => {
    const found = await cases.get(id);
    if (found === null) throw new Error(`there is no case ${id}`);
    return found;
  };
  const people = async () =>
    new Map((await db.selectFrom('person_keys').selectAll().execute()).map(({ key, person }) => [key, person]));
  return {
    case: get,
    entries: cases.entries,
    async audit(id) {
      const keys = await people();
      const named = (text: string | null) =>
        text === null ? null : [...keys].reduce((said, [key, person]) => said.replace(key, person), text);
      const lines = await db.selectFrom('audit').selectAll().where('case_id', '=', id).orderBy('at').execute();
      const order = new Map((await cases.entries(id)).map((entry, index) => [entry.id, index]));
      return lines
        .toSorted((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0))
        .map(({ person_key, action, via, before, after }) => ({
          who: named(person_key),
          ...{ action, via, before: named(before), after: named(after) },
        }));
    },
    async all() {
      const rows = [];
      for (const table of ['cases', 'case_entries', 'outbox', 'audit'] as const) {
        rows.push(
          ...(await db.selectFrom(table).selectAll().execute()).map((row) => `${table} ${JSON.stringify(row)}`),
        );
      }
      return rows.sort();
    },
    files: createFileStore(db).ofCase,
    count: async () => (await db.selectFrom('cases').select('id').execute()).length,
    async messages(session) {
      const rows = await db
        .selectFrom('web_messages')
        .select('activity')
        .where('session', '=', session)
        .orderBy('seq')
        .execute();
      return rows.map(({ activity }) => activity);
    },
    async isUnasked(session, seq) {
      const query = db.selectFrom('web_messages').select('key').where('session', '=', session).where('seq', '=', seq);
      return (await query.executeTakeFirst())?.key != null;
    },
    async dead() {
      const rows = await db.selectFrom('outbox').selectAll().where('state', '=', 'dead').execute();
      return rows.map(({ payload }) => payload);
    },
    async linkTo(id, at, line = 'first') {
      const key = await createSecrets(db).secret('case-links', () => '');
      return createCaseLinkSigner(key).sign(id, line, new Date(at.getTime() + HOUR));
    },
    setPlace: (place) => createDeskPlaces(db, randomUUID).set(place, { by: null, at: new Date(place.setAt) }),
    storeLoose: (facts) => storeFile(createFileStore(db), facts),
    until: (id, isSo) =>
      until(`${id} to be so`, async () => {
        const found = await cases.get(id);
        return found !== null && isSo(found) ? found : null;
      }),
    async quiet() {
      await until('the outbox to be empty', async () => {
        const waiting = await db.selectFrom('outbox').select('id').where('state', '=', 'waiting').execute();
        return waiting.length === 0 ? true : null;
      });
    },
    close,
  };
}
