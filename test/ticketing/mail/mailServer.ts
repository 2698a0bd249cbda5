import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as it was taken. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Head and body as they came. */
  readonly raw: string;
  readonly user: string | null;
  readonly secure: boolean;
}

/** A mail server on this machine, with a certificate that nobody can check. */
export interface MailServer {
  readonly port: number;
  readonly mails: readonly TakenMail[];
  /** How many connections there were. */
  connections(): number;
  /** Breaks all that are open. */
  drop(): void;
  close(): Promise<void>;
}

/** What a test changes of it; callbacks as the library has them. */
export type MailServerChanges = Omit<SMTPServerOptions, 'onConnect' | 'onData'> & {
  /** Called once a mail has come to its end, before it is answered; gives what to refuse it with. */
  readonly judge?: (server: MailServer) => Error | null | Promise<Error | null>;
};

/** An answer of the server other than yes. */
export function answer(responseCode: number): Error {
  return Object.assign(new Error('no'), { responseCode });
}

/** Starts one on a free port. It takes everything unless told otherwise. */
export async function startMailServer({ judge, ...changes }: MailServerChanges = {}): Promise<MailServer> {
  const mails: TakenMail[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    ...changes,
    onConnect(_session, done) {
      connections += 1;
      done();
    },
    async onData(stream, session, done) {
      const raw = await readWhole(stream);
      // Nobody is there any more to be answered.
      if (raw === null) return;
      const refusal = await judge?.(fake);
      if (refusal) return done(refusal);
      const { mailFrom, rcptTo } = session.envelope;
      mails.push({
        from: mailFrom === false ? '' : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
        raw,
        user: session.user === undefined ? null : String(session.user),
        secure: session.secure,
      });
      done();
    },
  });
  // A connection that breaks is what some tests are about.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const fake: MailServer = {
    port: (listening.address() as AddressInfo).port,
    mails,
    connections: () => connections,
    drop() {
      for (const { _socket: socket } of server.connections) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        fake.drop();
        server.close(resolve);
      }),
  };
  return fake;
}

/** Null when its connection breaks before its end, as when whoever sends it is ended. */
async function readWhole(stream: AsyncIterable<Buffer>): Promise<string | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) chunks.push(chunk);
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A mail without the soft ends of lines and the signs that it was sent with. */
export function wordsOf({ raw }: TakenMail): string {
  return raw.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
}

/** The value of a field of a mail's head, with what was folded unfolded; undefined when there is none. */
export function headOf({ raw }: TakenMail, name: string): string | undefined {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return head
    .split('\r\n')
    .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}: `))
    ?.slice(name.length + 2);
}
