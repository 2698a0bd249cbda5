import { writeSync } from 'node:fs';
import { argv } from 'node:process';
import { setImmediate } from 'node:timers/promises';
import type { Case } from '../../src/helpdesk/cases/case.ts';
import { ANA, caseOf, entryOf, nextOf, writeOf } from '../contracts/caseSamples.ts';
import { changesOf, stateOf, webKeys } from '../contracts/turnStoreSamples.ts';
import { openPostgresStore } from './openPostgresStore.ts';
import { openStore } from './openStore.ts';

/** More than are made before the test kills this process; an end in case nobody does. */
const MOST = 100_000;

const STANDARD_OUTPUT = 1;

/** Commits turn after turn, each with two messages, one for the outbox and a change of a case, to a folder or a PostgreSQL database, and prints the number of each once it is committed. */
const [, , place = ''] = argv;
const { store } = await (place.startsWith('postgres:') ? openPostgresStore(place) : openStore(place));
let before: Case | null = null;
for (let count = 1; count <= MOST; count++) {
  const next: Case = before === null ? caseOf('ann') : nextOf(before);
  const entries = [entryOf(next, `${count}`, { kind: 'note', text: '' }, { kind: 'agent', agent: ANA })];
  await store.commit(
    changesOf('ann', {
      keys: webKeys('ann', String(count)),
      version: count - 1,
      state: stateOf(count),
      greeted: true,
      messages: [{ count }, { count }],
      outbox: [{ id: `${count}`, queue: 'desk', person: null, payload: {} }],
      cases: [writeOf(next, { before, entries })],
    }),
  );
  before = next;
  writeSync(STANDARD_OUTPUT, `${count}\n`);
  await setImmediate();
}
