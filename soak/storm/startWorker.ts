import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { WorkerSettings } from './workerSettings.ts';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/** A process that sends what is in an outbox. */
export interface Worker {
  wake(): void;
  /** Has it end as the bot does; gives its exit code. */
  stop(): Promise<number | null>;
  /** What it has written to its log, a line each. */
  readonly complaints: readonly string[];
}

/** Starts one; resolves once it looks for rows, rejects when it ends before that. */
export async function startWorker(settings: WorkerSettings): Promise<Worker> {
  const child = spawn(process.execPath, ['--import', 'tsx', WORKER, JSON.stringify(settings)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  const gone = once(child, 'close').then(([code]) => code as number | null);
  // What is written to one that has gone is nobody’s loss: its end is seen by its code.
  child.stdin.on('error', () => undefined);
  const isStarted = await Promise.race([once(child.stdout, 'data').then(() => true), gone.then(() => false)]);
  if (!isStarted) throw new Error(`a sending process did not start: ${complaints.join('\n')}`);
  return {
    complaints,
    wake: () => void child.stdin.write('\n'),
    stop() {
      child.stdin.end();
      return gone;
    },
  };
}
