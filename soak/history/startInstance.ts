import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Command, InstanceSettings, Report, Written } from './instanceSettings.ts';

/** What is run. */
export interface InstanceEntry {
  readonly entry: string;
  /** What Node is told. */
  readonly flags: readonly string[];
}

/** Whoever is told what an instance says. */
export interface InstanceListener {
  readonly onWrite: (write: Written) => void;
  /** A line that it logged as an error. */
  readonly onLog: (line: string) => void;
}

/** The bot in a process of its own. */
export interface Instance {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Resolves once its clock was moved on and what was due by then has begun; rejects in words when it is lost. */
  advance(milliseconds: number): Promise<void>;
  /** Resolves once all has been heard that it had said by now; rejects in words when it is lost. */
  sync(): Promise<void>;
  /** Why it can’t be talked to any more, in words, once it has ended or fallen silent; null before that. */
  lost(): string | null;
  /** Ends it at once, whatever it is doing. */
  close(): Promise<void>;
}

/** Longer than any turn, in milliseconds. */
const SILENCE_MS = 30_000;

/** Long enough for six of them to start at once on a busy machine, in milliseconds. */
const START_WITHIN = 120_000;

/** How much of what it wrote to its error output is kept, in characters. */
const LOG_KEPT = 2_000;

/** Starts one. Rejects in words when it ends before it is up, or isn’t in time. */
export async function startInstance(
  { entry, flags }: InstanceEntry,
  settings: InstanceSettings,
  { onWrite, onLog, silenceMs = SILENCE_MS }: InstanceListener & { readonly silenceMs?: number },
): Promise<Instance> {
  const child = spawn(process.execPath, [...flags, entry, JSON.stringify(settings)], {
    env: { PATH: process.env['PATH'] },
  });
  const gone = once(child, 'close');
  const answers = awaitAnswers(child);
  let port = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const report = JSON.parse(line) as Report;
    if (report.say === 'write') return onWrite(report.write);
    if (report.say === 'log') return onLog(report.line);
    if (report.say === 'port') port = report.port;
    answers.came(report.say === 'port' ? START : report.number);
  });
  await answers.to(START, START_WITHIN);

  let asked = START;
  const ask = (command: Omit<Command, 'number'>): Promise<void> => {
    const number = ++asked;
    child.stdin.write(`${JSON.stringify({ number, ...command } satisfies Command)}\n`);
    return answers.to(number, silenceMs);
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    advance: (milliseconds) => ask({ advance: milliseconds }),
    sync: () => ask({}),
    lost: answers.lost,
    async close() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** What is waited for first, before there are commands. */
const START = 0;

interface Answers {
  /** Resolves once the command of this number was answered. Rejects in words when it isn’t within so many milliseconds. */
  to(number: number, within: number): Promise<void>;
  came(number: number): void;
  readonly lost: () => string | null;
}

/** A process that doesn’t answer in time is ended. */
function awaitAnswers(child: ChildProcessWithoutNullStreams): Answers {
  const open = new Map<number, { readonly done: () => void; readonly fail: (why: Error) => void }>();
  let complaint = '';
  let why: string | null = null;
  const lose = (how: string): void => {
    why ??= `an instance ${how}; the last of its errors: ${complaint || 'none'}`;
    for (const { fail } of open.values()) fail(new Error(why));
    open.clear();
  };
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk).slice(-LOG_KEPT);
  });
  // That it has gone is seen by its end.
  child.stdin.on('error', () => undefined);
  child.once('close', (code, signal) => lose(`has ended by itself (${signal ?? code})`));

  return {
    lost: () => why,
    async to(number, within) {
      if (why !== null) throw new Error(why);
      let timer: NodeJS.Timeout | undefined;
      try {
        await new Promise<void>((done, fail) => {
          open.set(number, { done, fail });
          timer = setTimeout(() => {
            lose(`said nothing for ${within / 1000} s`);
            child.kill('SIGKILL');
          }, within);
        });
      } finally {
        clearTimeout(timer);
      }
    },
    came(number) {
      open.get(number)?.done();
      open.delete(number);
    },
  };
}
