import { ConnectionLost } from './connectionLost.ts';

/** Faults that pass by themselves: others are writing, or the database can't be reached. */
export type PassingFault = 'contended' | 'unreachable';

/**
 * Others were at the same rows: a serialisation failure and a deadlock. PostgreSQL, "Appendix A. PostgreSQL Error
 * Codes".
 */
const CONTENDED = new Set(['40001', '40P01']);

/**
 * Two counted up at once: the other has the number, and the next one is free. Or two cases of a conversation became open
 * at once: tried again, the second finds the first.
 */
const COUNTERS = new Set(['web_messages_key', 'outbox_order', 'cases_live']);
const UNIQUE_VIOLATION = '23505';

/** The same appendix: shut down, crashed, starting up, too many connections; and all of class 08, connections. */
const UNREACHABLE = new Set(['57P01', '57P02', '57P03', '53300']);
const CONNECTION_CLASS = /^08...$/;

/** What the system says of a connection. A name can't be looked up while its container starts anew. */
const NETWORK = new Set([
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What kind of fault it is, by its class and code; null when trying again would not help. */
export function passingFault(error: unknown): PassingFault | null {
  if (error instanceof ConnectionLost) return 'unreachable';
  if (!(error instanceof Error) || !('code' in error)) return null;
  const code = String(error.code);
  if (isBusy(code) || CONTENDED.has(code)) return 'contended';
  if (code === UNIQUE_VIOLATION && 'constraint' in error && COUNTERS.has(String(error.constraint))) return 'contended';
  return UNREACHABLE.has(code) || CONNECTION_CLASS.test(code) || NETWORK.has(code) ? 'unreachable' : null;
}

/** `SQLITE_BUSY` has kinds: taken, taken since the transaction began to read, being recovered. */
function isBusy(code: string): boolean {
  return code.startsWith('SQLITE_BUSY');
}
