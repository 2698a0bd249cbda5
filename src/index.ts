import { type App, startApp } from './app.ts';
import type { Config } from './config/config.ts';
import { readConfig } from './config/env.ts';
import { loadEnv } from './config/loadEnv.ts';
import { AppError } from './errors.ts';
import { createLog } from './log.ts';

try {
  const config = readConfig(loadEnv());
  const log = createLog({ level: config.logLevel });
  const app = await startApp(config, { log, now: () => new Date() });
  endWhenTold(app);
  log.info({ port: app.port, pack: config.pack }, 'listening');
  sayWhereToClick(config, app);
} catch (error) {
  stop(error);
}

function endWhenTold(app: App): void {
  const end = (): void => {
    app.close().then(() => process.exit(0), stop);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

function sayWhereToClick({ publicUrl, web, teams, desk }: Config, { port, deskToken }: App): void {
  const address = publicUrl ?? `http://localhost:${port}`;
  if (web.enabled) process.stdout.write(`Unstuck is ready. Open ${address}/ in a browser.\n`);
  // What is after the # stays in the browser; it lets one person in, once.
  const token = deskToken === null ? '' : `#token=${deskToken}`;
  if (desk.page.enabled) process.stdout.write(`The helpdesk answers at ${address}/desk${token}\n`);
  if (teams.enabled) process.stdout.write(`Teams delivers to ${address}/api/messages\n`);
}

/** A fault of the set-up is a sentence that says what to do; any other shows where it happened. */
function stop(error: unknown): never {
  const trace = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${error instanceof AppError ? error.message : trace}\n`);
  process.exit(1);
}
