import { AppError } from '../errors.ts';
import { passingFault } from './passingFault.ts';

/** By PostgreSQL's code. Source: PostgreSQL, "Appendix A. PostgreSQL Error Codes". */
const BY_CODE: Readonly<Record<string, string>> = {
  '28P01': 'The database refuses the name or the password. Set both in DATABASE_URL as the database knows them.',
  '28000':
    'The database refuses this name, or this machine. Check DATABASE_URL and what the server lets in (pg_hba.conf).',
  '3D000': 'There is no database of this name on the server. Create it, or set DATABASE_URL to one that exists.',
  '42501':
    'This name may not make tables in the database. Let it create in the schema that it uses, or set another name in DATABASE_URL.',
  '53300': 'The database has no connection left. Let it take more of them, or run fewer instances.',
};

const UNREACHABLE =
  'Can’t reach the database. Check that it runs, and the host and the port in DATABASE_URL; if it runs, that it speaks TLS as the address asks for (sslmode) and that the address has a password.';

const UNTRUSTED =
  'The certificate of the database isn’t trusted. Name its authority’s file in DATABASE_URL (sslrootcert=FILE), and the host as the certificate does.';

const OTHER = 'Can’t use the database. Check every part of DATABASE_URL, and the database’s own log.';

/** What OpenSSL and Node say of certificates. Source: Node.js, "X509 certificate error codes". */
const CERTIFICATE = /^(?:CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/**
 * An error of opening PostgreSQL, with a sentence for whoever runs the bot: what is wrong, what to do. Neither the
 * password nor the address is in it. What has a sentence of its own is passed on.
 */
export function postgresAdvice(error: unknown): AppError {
  const isOurs = error instanceof AppError;
  if (isOurs && error.cause === undefined) return error;
  const cause = isOurs ? error.cause : error;
  return new AppError('storage-failed', sentence(cause), { cause });
}

function sentence(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (CERTIFICATE.test(code)) return UNTRUSTED;
  return BY_CODE[code] ?? (passingFault(cause) === 'unreachable' ? UNREACHABLE : OTHER);
}
