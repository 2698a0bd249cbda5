import type { Kysely } from 'kysely';
import { deskRules } from '../../src/app/deskRules.ts';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config/env.ts';
import type { DeskRules } from '../../src/helpdesk/cases/deskRules.ts';
import { createLog } from '../../src/log.ts';
import { openStorage } from '../../src/storage/openStorage.ts';
import type { Schema } from '../../src/storage/schema.ts';
import type { TurnChanges } from '../../src/turn/turnStore.ts';
import type { HandClock } from './handClock.ts';

/** Two instances of the bot on one database. */
export interface Instances {
  readonly origins: readonly [string, string];
  /** Another way into their database. */
  readonly db: Kysely<Schema>;
  close(): Promise<void>;
}

/** What they are started with. */
export interface InstanceParts {
  readonly env: Readonly<Record<string, string>>;
  readonly databaseUrl: string;
  readonly clock: HandClock;
  readonly amend: (changes: TurnChanges) => TurnChanges;
  readonly onLog: (line: string) => void;
}

/** Starts them in this process: with lanes, caches and dispatchers of their own, as if each had one to itself. */
export async function startInstances({ env, databaseUrl, clock, amend, onLog }: InstanceParts): Promise<Instances> {
  const config = readConfig({ NODE_ENV: 'test', PORT: '0', ...env, DATABASE_URL: databaseUrl });
  const { now, after } = clock;
  const start = (): Promise<App> => {
    const log = createLog({ level: 'error', destination: { write: onLog } });
    return startApp(config, { log, now, after, amend });
  };
  const apps = [await start(), await start()] as const;
  const storage = await openStorage({ dataDir: '', databaseUrl }, { as: 'tool' });
  const originOf = ({ port }: App) => `http://127.0.0.1:${port}`;
  return {
    origins: [originOf(apps[0]), originOf(apps[1])],
    db: storage.db,
    async close() {
      await storage.close();
      await Promise.all(apps.map((app) => app.close()));
    },
  };
}

/** How their desk works. */
export function rulesOf(env: Readonly<Record<string, string>>): DeskRules {
  return deskRules(readConfig({ NODE_ENV: 'test', ...env }));
}
