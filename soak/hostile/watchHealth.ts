import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What was seen of `/healthz`; times in milliseconds. */
export interface Health {
  readonly asked: number;
  /** Answers that were not 200, or did not come. */
  readonly failures: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Asks again and again, in a process of its own so that the run's own work isn't measured, until it is ended. */
export function watchHealth(origin: string): { end(): Promise<Health> } {
  const child = fork(fileURLToPath(new URL('./askHealth.ts', import.meta.url)), [origin], {
    execArgv: ['--import', import.meta.resolve('tsx')],
  });
  return {
    async end() {
      const told = once(child, 'message') as Promise<[Health]>;
      child.send('end');
      const [health] = await told;
      child.disconnect();
      return health;
    },
  };
}
