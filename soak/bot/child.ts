import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { argv, stdin } from 'node:process';
import { pino } from 'pino';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config/env.ts';
import { createLog } from '../../src/log.ts';
import type { TurnChanges } from '../../src/turn/turnStore.ts';
import type { ChildSettings, Step } from './childSettings.ts';
import { withDeskRow } from './deskRow.ts';

/**
 * The bot as a soak run starts it: the product, and a function at its named places that counts them aloud and can end
 * the process at one of them. Nothing but this file hands one in.
 */
const { env, kill, desks, clockStepMs = 0, clockAheadMs = 0 } = JSON.parse(argv[2] ?? '') as ChildSettings;
const config = readConfig({ NODE_ENV: 'test', DESK_PAGE: 'off', ...env });
const log = createLog({ level: config.logLevel, destination: pino.destination(2) });

/** Written before the call returns: what was said just before an end still arrives. */
const say = (line: string) => void writeSync(1, `${line}\n`);

let hits = 0;
const atStep = (step: Step) => {
  const isLast = step === kill?.step && ++hits === kill.hit;
  say(isLast ? `end ${step}` : `step ${step}`);
  if (isLast) process.kill(process.pid, 'SIGKILL');
};
const amend = (changes: TurnChanges) => (desks ? withDeskRow(changes, desks, randomUUID()) : changes);

// Whoever started it has gone: nobody would end it.
stdin.on('end', () => process.exit()).resume();

let looks = 0;
const now = () => new Date(Date.now() + clockAheadMs + clockStepMs * ++looks);

const parts = { log, now, atStep, amend };
const app = await startApp(config, parts);
process.once('SIGTERM', () => app.close().then(() => process.exit(0)));
say(`port ${app.port}`);
