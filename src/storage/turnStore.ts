import { randomUUID } from 'node:crypto';
import type { CompiledQuery, Kysely } from 'kysely';
import type { ConversationState, TurnChanges, TurnKeys, TurnStore } from '../turn/turnStore.ts';
import { type AppendMessages, createAppendMessages } from './appendMessages.ts';
import { type AppendOutbox, createAppendOutbox } from './appendOutbox.ts';
import { attempt } from './attempt.ts';
import { inTransaction } from './inTransaction.ts';
import { loadedTurn } from './loadedTurn.ts';
import type { Schema } from './schema.ts';
import { createTurnQueries, type TurnQueries } from './turnQueries.ts';
import { createWriteCases, type WriteCases } from './writeCases.ts';

/** What is matched where a channel gives a message no id; no key is empty. */
const NO_DELIVERY = '';

interface TurnStoreOptions {
  /**
   * Told when a stored state can't be read. The turn then starts as if nothing was known of the case, and its commit
   * mends the row, so that nobody is stuck with it. Told, too, when the case with the helpdesk can't be: the turn then
   * runs as if there were none.
   */
  readonly onCorrupt: (keys: TurnKeys) => void;
  /** Makes keys for people in the audit; random by default. */
  readonly newId?: () => string;
}

interface Writer {
  readonly queries: TurnQueries;
  readonly appendMessages: AppendMessages;
  readonly appendOutbox: AppendOutbox;
  readonly cases: WriteCases;
}

/** Turns in the database: one statement to load, one transaction to commit. */
export function createTurnStore(db: Kysely<Schema>, { onCorrupt, newId = randomUUID }: TurnStoreOptions): TurnStore {
  const queries = createTurnQueries(db);
  const [appendMessages, appendOutbox] = [createAppendMessages(db), createAppendOutbox(db)];
  const writer = { queries, appendMessages, appendOutbox, cases: createWriteCases(db, newId) };

  return {
    load: (keys) =>
      attempt('load a turn', async () => {
        const { rows } = await db.executeQuery(queries.load({ ...keys, delivery: keys.delivery ?? NO_DELIVERY }));
        const { loaded, isCorrupt } = loadedTurn(rows[0]);
        if (isCorrupt) onCorrupt(keys);
        return loaded;
      }),
    commit: (changes) =>
      attempt('commit a turn', async () => {
        const kept = await inTransaction(db, (transaction) => write(transaction, writer, changes));
        return kept ? 'committed' : 'conflict';
      }),
    note: ({ conversation, delivery }, at) =>
      attempt('note a delivery', async () => {
        if (delivery === null) return;
        await db.executeQuery(queries.insertDelivery({ key: delivery, conversation, at: at.toISOString() }));
      }),
  };
}

/**
 * False when this turn lost: the conversation or a case has moved on, or the delivery was dealt with. What others write
 * too comes first and always in this order, the conversation, then the cases: so no two turns wait for each other.
 */
async function write(db: Kysely<Schema>, writer: Writer, changes: TurnChanges): Promise<boolean> {
  const { queries, appendMessages, appendOutbox, cases } = writer;
  const { keys, state, greeted, messages, outbox, at } = changes;
  const time = at.toISOString();
  if (state !== null && !(await changed(db, conversationQuery(queries, { ...changes, state })))) return false;
  if (!(await cases.keep(db, changes.cases, at))) return false;
  if (keys.delivery !== null) {
    if (!(await changed(db, queries.insertDelivery({ key: keys.delivery, conversation: keys.conversation, at: time }))))
      return false;
  }
  if (greeted) await db.executeQuery(queries.insertPerson({ person: keys.person, at: time }));
  await cases.follow(db, changes.cases, at);
  await appendMessages(db, { session: sessionOf(keys), activities: messages, at });
  await appendOutbox(db, outbox, at);
  return true;
}

function conversationQuery(
  queries: TurnQueries,
  { keys, version, state, at }: TurnChanges & { readonly state: ConversationState },
): CompiledQuery {
  const row = { key: keys.conversation, person: keys.person, state: JSON.stringify(state), at: at.toISOString() };
  return version === 0
    ? queries.insertConversation(row)
    : queries.updateConversation({ ...row, version, next: version + 1 });
}

async function changed(db: Kysely<Schema>, query: CompiledQuery): Promise<boolean> {
  const { numAffectedRows } = await db.executeQuery(query);
  return numAffectedRows === 1n;
}

/** Only the web channel has messages written, and its person is `web:<session>`. */
function sessionOf({ person }: TurnKeys): string {
  return person.slice(person.lastIndexOf(':') + 1);
}
