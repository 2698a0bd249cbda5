import type { Kysely } from 'kysely';
import { deskRules } from '../../src/app/deskRules.ts';
import { readConfig } from '../../src/config/env.ts';
import type { DeskRules } from '../../src/helpdesk/cases/deskRules.ts';
import { openStorage } from '../../src/storage/openStorage.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { type InstanceEntry, type InstanceListener, startInstance } from './startInstance.ts';

/** Two instances of the bot on one database, and the time by which both live. */
export interface Instances {
  readonly origins: readonly [string, string];
  /** Another way into their database. */
  readonly db: Kysely<Schema>;
  readonly now: () => Date;
  /** Moves on at once, as machines do that were asleep; resolves once both have begun what is due by then. */
  advance(milliseconds: number): Promise<void>;
  /** Resolves once all has been heard that both had said by now: also of what the database has by now. */
  sync(): Promise<void>;
  /** Why one of them can’t be talked to any more, in words; null while both can. */
  lost(): string | null;
  close(): Promise<void>;
}

/** What they are started with. */
export interface InstanceParts extends InstanceListener {
  readonly instance: InstanceEntry;
  readonly env: Readonly<Record<string, string>>;
  readonly databaseUrl: string;
  /** Where their clocks stand at first. */
  readonly begins: Date;
}

/** Starts each in a process of its own. */
export async function startInstances({
  instance,
  env,
  databaseUrl,
  begins,
  ...heard
}: InstanceParts): Promise<Instances> {
  const settings = { env: { ...env, DATABASE_URL: databaseUrl }, begins: begins.toISOString() };
  const start = () => startInstance(instance, settings, heard);
  const both = await Promise.all([start(), start()] as const);
  const storage = await openStorage({ dataDir: '', databaseUrl }, { as: 'tool' });
  let time = begins.getTime();
  return {
    origins: [both[0].origin, both[1].origin],
    db: storage.db,
    now: () => new Date(time),
    async advance(milliseconds) {
      time += milliseconds;
      await Promise.all(both.map((each) => each.advance(milliseconds)));
    },
    sync: async () => void (await Promise.all(both.map((each) => each.sync()))),
    lost: () => both.map((each) => each.lost()).find((why) => why !== null) ?? null,
    async close() {
      await storage.close();
      await Promise.all(both.map((each) => each.close()));
    },
  };
}

/** How their desk works. */
export function rulesOf(env: Readonly<Record<string, string>>): DeskRules {
  return deskRules(readConfig({ NODE_ENV: 'test', ...env }));
}
