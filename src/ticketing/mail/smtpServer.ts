import { isIP } from 'node:net';
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

/** A mail server, and who we are to it. */
export interface SmtpServer {
  readonly options: SMTPConnectionOptions;
  readonly login: { readonly user: string; readonly pass: string } | null;
}

/** In milliseconds. All of a delivery is given up after 30 s by whoever asked for it. */
const CONNECT_WITHIN = 5_000;
const ANSWER_WITHIN = 10_000;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/**
 * Reads `smtps://user:password@host:port`, which is TLS from the first byte, or `smtp://…`, which becomes it by
 * STARTTLS before anything else is said: a server that has none gets no mail. `?requireTLS=false` takes one that hasn’t;
 * on this machine that needs no saying. Certificates are checked in any case. Checked by the configuration, not here.
 */
export function smtpServer(url: string): SmtpServer {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isSecure = protocol === 'smtps:';
  const asked = searchParams.get('requireTLS');
  const requireTLS = !isSecure && (asked === null ? !LOOPBACK.has(host) : asked === 'true');
  const options = {
    ...{ host, secure: isSecure, requireTLS },
    ...(port !== '' && { port: Number(port) }),
    // A server on this machine often has a certificate that nobody ever made a name for.
    ignoreTLS: !isSecure && !requireTLS && LOOPBACK.has(host),
    tls: { minVersion: 'TLSv1.2' as const, ...(isIP(host) === 0 && { servername: host }) },
    ...{ connectionTimeout: CONNECT_WITHIN, dnsTimeout: CONNECT_WITHIN, greetingTimeout: ANSWER_WITHIN },
    ...{ socketTimeout: ANSWER_WITHIN, socketCloseTimeout: 1_000, maxResponseSize: 64 * 1024 },
    ...{ logger: false, debug: false, transactionLog: false },
  };
  const login = username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return { options, login };
}
