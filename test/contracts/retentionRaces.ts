import { expect } from 'chai';
import type { Kysely } from 'kysely';
import { CASE_LIMITS } from '../../src/helpdesk/cases/caseLimits.ts';
import { type Swept, sweepOldData } from '../../src/storage/retention.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { createTurnStore } from '../../src/storage/turnStore.ts';
import type { OpenDatabase } from '../storage/openDatabase.ts';
import { ago, keysIn, NOW } from './plantedRows.ts';
import { changesOf, stateOf, webKeys } from './turnStoreSamples.ts';

/** More than two batches of each kind. */
const MANY = 500;

const names = Array.from({ length: MANY }, (_, i) => `n${String(i).padStart(4, '0')}`);

/** The part of the contract where several processes sweep, or somebody talks meanwhile. */
export function sweepsAtOnce(opened: () => OpenDatabase): void {
  it('removes each old row once when two processes sweep at once', async function () {
    this.timeout(60_000);
    await plantMany(opened().db);
    const other = await opened().again();

    const [here, there] = await Promise.all([sweep(opened().db), sweep(other)]);

    const both = (kind: keyof Swept) => here[kind] + there[kind];
    expect({
      deliveries: both('deliveries'),
      conversations: both('conversations'),
      sessions: both('sessions'),
      people: both('people'),
      auditLines: both('auditLines'),
      personKeys: both('personKeys'),
    }).to.deep.equal({
      deliveries: MANY,
      conversations: MANY,
      sessions: MANY,
      people: MANY,
      auditLines: MANY,
      personKeys: MANY,
    });
    for (const table of ['deliveries', 'conversations', 'web_sessions', 'people', 'audit', 'person_keys'] as const) {
      expect(await keysIn(opened().db, table), table).to.deep.equal([]);
    }
    expect(await keysIn(opened().db, 'web_messages')).to.deep.equal([]);
  });

  it('lets people talk while it sweeps, and begins their idle cases anew', async function () {
    this.timeout(60_000);
    await plantMany(opened().db);
    const talker = await opened().again();
    const store = createTurnStore(talker, { onCorrupt: () => undefined });
    const awake = names.filter((_, i) => i % 50 === 0);

    const [, ...outcomes] = await Promise.all([
      sweep(opened().db),
      ...awake.map(async (session) => {
        const keys = webKeys(session, 'new');
        for (;;) {
          const { version } = await store.load(keys);
          const changes = { keys, version, state: stateOf(1), messages: [{ text: 'hello' }], greeted: true, at: NOW };
          if ((await store.commit(changesOf(session, changes))) === 'committed') return 'committed';
        }
      }),
    ]);

    expect(outcomes).to.deep.equal(awake.map(() => 'committed'));
    expect(await keysIn(talker, 'conversations')).to.deep.equal(awake.map((session) => `web::${session}`));
  });

  it('stops after a batch when it is told to, and goes on the next time', async () => {
    await plantMany(opened().db);

    const first = await sweep(opened().db, async () => false);
    const second = await sweep(opened().db);

    expect(first.deliveries).to.equal(200);
    expect(second.deliveries).to.equal(MANY - 200);
  });
}

function sweep(db: Kysely<Schema>, goOn = async () => true): Promise<Swept> {
  return sweepOldData(db, { now: NOW, caseRetentionDays: 100, reopenMs: CASE_LIMITS.reopenMs, goOn });
}

/** In few statements: one for each row would take most of the test's time. */
async function plantMany(db: Kysely<Schema>): Promise<void> {
  const old = ago(31);
  const each = <Row>(row: (name: string) => Row): Row[] => names.map(row);
  const messages = [1, 2, 3].flatMap((seq) => each((session) => ({ session, seq, activity: '{}', created_at: old })));
  const inserts = [
    db
      .insertInto('deliveries')
      .values(each((name) => ({ key: `web::${name}:1`, committed_at: old, conversation: `web::${name}` }))),
    db
      .insertInto('conversations')
      .values(
        each((name) => ({ key: `web::${name}`, state: '{}', version: 1, updated_at: old, person: `web:${name}` })),
      ),
    db.insertInto('web_sessions').values(each((id) => ({ id, created_at: old, used_at: null }))),
    db.insertInto('web_messages').values(messages),
    db.insertInto('people').values(each((name) => ({ person: `web:${name}`, greeted_at: old }))),
    db.insertInto('person_keys').values(each((name) => ({ key: `key-${name}`, person: `web:${name}` }))),
    db
      .insertInto('audit')
      .values(each((name) => ({ id: name, at: ago(101), person_key: `key-${name}`, action: 'person-erased' }))),
  ];
  for (const insert of inserts) await insert.execute();
}
