import { writeSync } from 'node:fs';
import { argv } from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { changesOf, stateOf, webKeys } from '../contracts/turnStoreSamples.ts';
import { openStore } from './openStore.ts';

/** More than are made before the test kills this process; an end in case nobody does. */
const MOST = 100_000;

const STANDARD_OUTPUT = 1;

/** Commits turn after turn, each with two messages, and prints the number of each once it is committed. */
const { store } = await openStore(argv[2] ?? '');
for (let count = 1; count <= MOST; count++) {
  await store.commit(
    changesOf('ann', {
      keys: webKeys('ann', String(count)),
      version: count - 1,
      state: stateOf(count),
      greeted: true,
      messages: [{ count }, { count }],
    }),
  );
  writeSync(STANDARD_OUTPUT, `${count}\n`);
  await setImmediate();
}
