import { createHash } from 'node:crypto';
import { type DestinationStream, pino } from 'pino';
import { createLineLimit, type Later } from './lineLimit.ts';

/** What is written: this and everything more serious. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * All that a line may carry besides its message. Everything else is dropped, so that what people write
 * can't get into a log by accident.
 */
export interface LogFields {
  /** What went wrong, as a code. */
  readonly code?: string;
  readonly channel?: string;
  /** Whose turn: these three are written as short hashes, since an id of the web channel is its key. */
  readonly conversation?: string;
  readonly delivery?: string;
  readonly person?: string;
  readonly route?: string;
  /** A row of the outbox, by its random id. */
  readonly row?: string;
  readonly status?: number;
  readonly attempt?: number;
  readonly count?: number;
  readonly durationMs?: number;
  readonly port?: number;
  readonly version?: string;
  readonly pack?: string;
  /** Written as its code and name; the stack, without its message, at level debug. */
  readonly err?: unknown;
}

/**
 * Writes lines for the people who run the bot. Messages are fixed sentences: values go into fields. Of warnings and
 * errors with the same code and sentence ten are written in a minute, and then one line that says how many more there
 * were, as `suppressed`.
 */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  /** How many lines were not written so far, since there were too many of the same. */
  suppressed(): number;
}

/** How a log is set up. */
export interface LogOptions {
  readonly level: LogLevel;
  /** Default: standard output. */
  readonly destination?: DestinationStream;
  /** Default: the system's clock. */
  readonly now?: () => Date;
  /** Default: a timer that doesn't keep the process alive. */
  readonly later?: Later;
}

const PLAIN = ['channel', 'code', 'pack', 'route', 'row', 'version'] as const;
const HASHED = ['conversation', 'delivery', 'person'] as const;
const NUMBERS = ['attempt', 'count', 'durationMs', 'port', 'status'] as const;

/** What ids and codes of ours look like; free text has spaces or is longer. */
const WORD = /^[\w./:@-]{1,100}$/;

/** A line of a stack: `at name (file:line:column)`. */
const FRAME = /^at .+:\d+:\d+\)?$/;

/** A log that writes JSON lines. */
export function createLog({ level, destination, now = systemTime, later = unheldTimer }: LogOptions): Log {
  const settings = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const lines = destination === undefined ? pino(settings) : pino(settings, destination);
  const withStack = lines.isLevelEnabled('debug');
  const limit = createLineLimit({ now, later });
  const write = (level: 'debug' | 'info') => (fields: LogFields, message: string) => {
    if (lines.isLevelEnabled(level)) lines[level](allowed(fields, withStack), message);
  };
  const writeFew = (level: 'warn' | 'error') => (fields: LogFields, message: string) => {
    if (!lines.isLevelEnabled(level)) return;
    const { code } = fields;
    const summarise = (suppressed: number) =>
      lines[level]({ ...allowed(code === undefined ? {} : { code }, false), suppressed }, message);
    if (limit.admit(`${level} ${code} ${message}`, summarise)) lines[level](allowed(fields, withStack), message);
  };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: writeFew('warn'),
    error: writeFew('error'),
    suppressed: limit.suppressed,
  };
}

function systemTime(): Date {
  return new Date();
}

function unheldTimer(milliseconds: number, run: () => void): void {
  setTimeout(run, milliseconds).unref();
}

function allowed(fields: LogFields, withStack: boolean): Record<string, unknown> {
  const line: Record<string, unknown> = {};
  for (const name of PLAIN) if (fields[name] !== undefined) line[name] = word(fields[name]);
  for (const name of HASHED) if (fields[name] !== undefined) line[name] = shortHash(fields[name]);
  for (const name of NUMBERS) if (Number.isFinite(fields[name])) line[name] = fields[name];
  return fields.err === undefined ? line : { ...line, err: errorFacts(fields.err, withStack) };
}

function word(value: unknown): string {
  return typeof value === 'string' && WORD.test(value) ? value : '(not a word)';
}

/**
 * Enough to tell lines of one conversation from others. Nobody gets back from it to what can’t be guessed, such as a
 * session of the page; whoever has the organisation’s directory can try each person’s id.
 */
function shortHash(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 12);
}

/** How many causes behind an error are written; more would be a loop. */
const DEEPEST = 3;

function errorFacts(error: unknown, withStack: boolean, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error ? { code: word(error.code) } : {};
  const hasCause = error.cause !== undefined && depth < DEEPEST;
  return {
    name: word(error.name),
    ...code,
    ...(withStack && { stack: framesOnly(error) }),
    ...(hasCause && { cause: errorFacts(error.cause, withStack, depth + 1) }),
  };
}

/** A stack begins with the error's message, which may quote a person: only lines that name a place are kept. */
function framesOnly(error: Error): string[] {
  const stack = error.stack ?? '';
  const afterMessage = error.message === '' ? stack : (stack.split(error.message).at(-1) ?? '');
  return afterMessage
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => FRAME.test(line));
}
