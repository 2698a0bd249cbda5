import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { After } from '../../helpdesk/after.ts';
import type { DeliveryOutcome } from '../../helpdesk/outbox.ts';
import { outcomeOfMailFault } from './outcomeOfMailFault.ts';
import type { SmtpServer } from './smtpServer.ts';

/** A mail as it goes over the wire. */
export interface PostedMail {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
}

/** How long one mail may take. */
export interface MailPatience {
  /** In milliseconds. */
  readonly within: number;
  readonly after: After;
}

/**
 * Hands one mail to a server, over a connection of its own, and gives it up when that takes too long. Never rejects.
 * The library’s own way of sending doesn’t tell whether the mail itself was under way when a connection broke, which
 * is the difference between a mail that is safe to send again and one that may come twice; hence its inner part.
 */
export async function postMail(
  server: SmtpServer,
  mail: PostedMail,
  { within, after }: MailPatience,
): Promise<DeliveryOutcome> {
  const connection = new SMTPConnection(server.options);
  let hasBegun = false;
  // Read for the first time once the server has asked for the mail: before that it can’t have taken it.
  const message = new Readable({
    read() {
      hasBegun = true;
      this.push(mail.bytes);
      this.push(null);
    },
  });
  let cancel: () => void = () => undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      cancel = after(within, () => reject(Object.assign(new Error('too late'), { code: 'ETIMEDOUT' })));
      connection.on('error', reject);
      talk(connection, { server, mail, message }).then(resolve, reject);
    });
    return { kind: 'delivered', receipt: '' };
  } catch (fault) {
    return outcomeOfMailFault(fault, hasBegun);
  } finally {
    cancel();
    message.destroy();
    connection.close();
  }
}

interface Talk {
  readonly server: SmtpServer;
  readonly mail: PostedMail;
  readonly message: Readable;
}

async function talk(connection: SMTPConnection, { server: { login }, mail, message }: Talk): Promise<void> {
  await step((done) => connection.connect(done));
  // Also where the server doesn’t ask for it: whoever set a password doesn’t mean to be nobody.
  if (login !== null) await step((done) => connection.login({ ...login }, done));
  const envelope = { from: mail.from, to: [mail.to], size: mail.bytes.length };
  await step((done) => connection.send(envelope, message, done));
}

function step(run: (done: (fault?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => run((fault) => (fault ? reject(fault) : resolve())));
}
