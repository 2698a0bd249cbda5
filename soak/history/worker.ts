import { writeSync } from 'node:fs';
import { argv, exit, stdin } from 'node:process';
import { DESKS } from './desks.ts';
import { liveAll } from './liveAll.ts';
import type { WorkerSettings } from './workerSettings.ts';
import { createWorld } from './world.ts';

/** A process that lives histories in one world, whose instances are two others; says `lived` after each, and at its end what they came to, as JSON. */
const { instance, databaseUrl, desk, seed, histories } = JSON.parse(argv[2] ?? '') as WorkerSettings;
const say = (line: string) => void writeSync(1, `${line}\n`);

// Whoever started it has gone: nobody would end it.
stdin.on('end', () => exit()).resume();

const parts = DESKS[desk];
if (parts === undefined) throw new Error(`there is no desk ${desk}`);
const world = await createWorld({ instance, databaseUrl, ...parts });
const lived = await liveAll(world, { seed, histories, onLived: () => say('lived') });
await world.close();
say(JSON.stringify(lived));
exit();
