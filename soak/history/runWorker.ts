import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { BuiltBot } from '../bot/buildBot.ts';
import type { Lived } from './liveAll.ts';
import type { WorkerSettings } from './workerSettings.ts';

/** Starts `worker.ts` and gives what its histories came to. Rejects when it ends without having said so. */
export async function runWorker(
  { entry, running }: BuiltBot,
  settings: WorkerSettings,
  onLived: () => void,
): Promise<Lived> {
  const child = spawn(process.execPath, [entry, JSON.stringify(settings)]);
  running.add(child);
  child.once('close', () => running.delete(child));
  const gone = once(child, 'close');
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk).slice(-4_000);
  });
  let result: Lived | undefined;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'lived') onLived();
    else result = JSON.parse(line) as Lived;
  });
  await gone;
  if (result === undefined) throw new Error(`a process ended without a result: ${complaint}`);
  return result;
}
