import { randomUUID } from 'node:crypto';
import { argv, exit, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { createDeliver } from '../../src/bots/deliver.ts';
import { createPosting } from '../../src/bots/outbox/posting.ts';
import { createTeamsChannel } from '../../src/channels/teams/teamsChannel.ts';
import { after } from '../../src/helpdesk/after.ts';
import { createDispatcher } from '../../src/helpdesk/dispatcher.ts';
import { createLog } from '../../src/log.ts';
import { openStorage } from '../../src/storage/openStorage.ts';
import { createOutboxStore } from '../../src/storage/outboxStore.ts';
import type { WorkerSettings } from './workerSettings.ts';

/**
 * A process that sends what is in an outbox: the product’s dispatcher, its storage and its way to Teams. Every line that
 * it reads wakes it; at the end of its input it stops as the bot does.
 */
const { place, backOff } = JSON.parse(argv[2] ?? '') as WorkerSettings;
const log = createLog({ level: 'warn', destination: pino.destination(2) });
// Several processes on one SQLite file, which servers refuse to be: the harder case for the leases.
const storage = await openStorage(place, { as: 'tool' });
const teams = createTeamsChannel({ app: null, logic: async () => undefined, log });
const dispatcher = createDispatcher({
  store: createOutboxStore(storage.db),
  deliver: createDeliver(createPosting({ msteams: { adapter: teams.adapter, appId: '' } })),
  patience: () => Number.POSITIVE_INFINITY,
  now: () => new Date(),
  newId: randomUUID,
  random: Math.random,
  after,
  log,
  limits: { backOff },
});

dispatcher.start();
stdout.write('started\n');
for await (const _ of createInterface({ input: stdin })) dispatcher.wake();
await dispatcher.stop();
await teams.close();
await storage.close();
exit(0);
