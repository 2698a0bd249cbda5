import { writeSync } from 'node:fs';
import { argv } from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { changesOf, stateOf, webKeys } from '../contracts/turnStoreSamples.ts';
import { openPostgresStore } from './openPostgresStore.ts';
import { openStore } from './openStore.ts';

/** More than are made before the test kills this process; an end in case nobody does. */
const MOST = 100_000;

const STANDARD_OUTPUT = 1;

/** Commits turn after turn, each with two messages and one for the outbox, to a folder or a PostgreSQL database, and prints the number of each once it is committed. */
const [, , place = ''] = argv;
const { store } = await (place.startsWith('postgres:') ? openPostgresStore(place) : openStore(place));
for (let count = 1; count <= MOST; count++) {
  await store.commit(
    changesOf('ann', {
      keys: webKeys('ann', String(count)),
      version: count - 1,
      state: stateOf(count),
      greeted: true,
      messages: [{ count }, { count }],
      outbox: [{ id: `${count}`, queue: 'desk', person: null, payload: {} }],
    }),
  );
  writeSync(STANDARD_OUTPUT, `${count}\n`);
  await setImmediate();
}
