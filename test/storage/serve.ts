import { writeSync } from 'node:fs';
import { argv } from 'node:process';
import { openStorage } from '../../src/storage/openStorage.ts';

const STANDARD_OUTPUT = 1;

/** Opens the data of a folder as a server, says so, and holds them until it is killed. */
const storage = await openStorage({ dataDir: argv[2] ?? '' });
writeSync(STANDARD_OUTPUT, 'open\n');
setInterval(() => storage.ready(), 60_000);
