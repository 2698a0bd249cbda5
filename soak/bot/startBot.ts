import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { BuiltBot } from './buildBot.ts';
import type { ChildSettings, Step } from './childSettings.ts';

/** Long enough for a start on a busy machine, in milliseconds. */
const START_WITHIN = 30_000;

/** How much of what a bot logs is kept to be shown, in characters. */
const LOG_KEPT = 4_000;

/** How a bot ended: at a step of its own, by its run, or by itself, which is a fault. */
export type BotEnd = { readonly by: 'step'; readonly step: Step } | { readonly by: 'run' } | { readonly by: 'itself' };

/** A bot in a process of its own. */
export interface RunningBot {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly pid: number;
  /** Ends it as `kill -9` does, and resolves when it is gone. */
  kill(): Promise<void>;
  /** Ends it as a redeploy does: it finishes what it is doing. */
  stop(): Promise<void>;
  readonly gone: Promise<BotEnd>;
  /** The end of what it has logged. */
  log(): string;
}

/** How often bots came to their named places, and ended there. */
export interface StepCounts {
  readonly hit: Map<Step, number>;
  readonly ended: Map<Step, number>;
}

/** Starts one; null when it ended itself at a step before it was up. Rejects when it can’t start. */
export async function startBot(
  built: BuiltBot,
  settings: ChildSettings,
  counts: StepCounts,
): Promise<RunningBot | null> {
  const child = spawnOf(built, settings);
  let end: BotEnd = { by: 'itself' };
  let logged = '';
  child.stderr.on('data', (chunk: Buffer) => {
    logged = (logged + chunk).slice(-LOG_KEPT);
  });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const step = countStep(line, counts);
    if (step !== null) end = { by: 'step', step };
  });
  const gone = once(child, 'close').then(() => end);
  const port = await portOf(lines, gone, () => child.kill('SIGKILL'));
  const endBy = (signal: 'SIGKILL' | 'SIGTERM') => async () => {
    if (end.by === 'itself') end = { by: 'run' };
    child.kill(signal);
    await gone;
  };
  if (port === null) {
    if ((await gone).by === 'step') return null;
    throw new Error(`the bot did not start: ${logged}`);
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    kill: endBy('SIGKILL'),
    stop: endBy('SIGTERM'),
    gone,
    log: () => logged,
  };
}

/** Its process, which knows nothing of the variables that this one has. */
function spawnOf({ entry, flags, running }: BuiltBot, settings: ChildSettings): ChildProcessWithoutNullStreams {
  const words = [...flags, entry, JSON.stringify(settings)];
  const child = spawn(process.execPath, words, { env: { PATH: process.env['PATH'] } });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** Counts a line that tells of a step; the step when the bot ends there. */
function countStep(line: string, counts: StepCounts): Step | null {
  const [what, name] = line.split(' ');
  if (what !== 'step' && what !== 'end') return null;
  const step = name as Step;
  counts.hit.set(step, (counts.hit.get(step) ?? 0) + 1);
  if (what === 'step') return null;
  counts.ended.set(step, (counts.ended.get(step) ?? 0) + 1);
  return step;
}

/** The port that a starting bot says; null when it ends first, or is ended for taking too long. */
async function portOf(
  lines: ReturnType<typeof createInterface>,
  gone: Promise<unknown>,
  giveUp: () => void,
): Promise<string | null> {
  const timer = setTimeout(giveUp, START_WITHIN);
  const said = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      if (line.startsWith('port ')) resolve(line.slice('port '.length));
    });
  });
  const port = await Promise.race([said, gone.then(() => null)]);
  clearTimeout(timer);
  return port;
}
