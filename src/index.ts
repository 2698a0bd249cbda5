import { startApp } from './app.ts';
import { readConfig } from './config/env.ts';
import { loadEnv } from './config/loadEnv.ts';
import { AppError } from './errors.ts';
import { createLog } from './log.ts';

try {
  const config = readConfig(loadEnv());
  const log = createLog({ level: config.logLevel });
  const app = await startApp(config, { log, now: () => new Date() });
  const address = config.publicUrl ?? `http://localhost:${app.port}`;
  log.info({ port: app.port, pack: config.pack }, 'listening');
  if (config.web.enabled) process.stdout.write(`Unstuck is ready. Open ${address}/ in a browser.\n`);
  if (config.teams.enabled) process.stdout.write(`Teams delivers to ${address}/api/messages\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      app.close().then(
        () => process.exit(0),
        (error: unknown) => stop(error),
      );
    });
  }
} catch (error) {
  stop(error);
}

/** A fault of the set-up is a sentence that says what to do; any other shows where it happened. */
function stop(error: unknown): never {
  process.stderr.write(error instanceof AppError ? `${error.message}\n` : `${(error as Error)?.stack}\n`);
  process.exit(1);
}
