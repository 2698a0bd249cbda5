import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config/env.ts';
import { createLog } from '../../src/log.ts';

/** The whole bot on a free port, with its data in a folder of its own. */
export interface TestBot {
  /** Its clock. */
  readonly now: () => Date;
  origin(): string;
  /** What lets one person in at the desk’s page. */
  deskToken(): string;
  /** Stops it and starts it again on the same data, on another port. */
  restart(): Promise<void>;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

/** A second passes between two looks at the clock, so that nothing is ever too fast. */
function steadyClock(): () => Date {
  let time = Date.parse('2026-01-05T09:00:00Z');
  return () => {
    time += 1000;
    return new Date(time);
  };
}

/**
 * Starts it as it would start anywhere, with these variables set. `now`: by default the clock begins on a Monday in 2026
 * at 9:00 UTC, and each look at it, by anything in the bot, takes it a second on. So how much time has passed depends on
 * how much was done: a test that is about time, or about being too fast, hands in a clock of its own.
 */
export async function startTestBot(
  env: Readonly<Record<string, string>> = {},
  now: () => Date = steadyClock(),
): Promise<TestBot> {
  const folder = await mkdtemp(join(tmpdir(), 'unstuck-'));
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    DATA_DIR: folder,
    HELPDESK_CONTACT: 'helpdesk@contoso.com',
    LOG_LEVEL: 'silent',
    ...env,
  });
  const start = (): Promise<App> => startApp(config, { log: createLog({ level: config.logLevel }), now });
  let app = await start();
  return {
    now,
    origin: () => `http://127.0.0.1:${app.port}`,
    deskToken: () => app.deskToken ?? '',
    async restart() {
      await app.close();
      app = await start();
    },
    async stop() {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
