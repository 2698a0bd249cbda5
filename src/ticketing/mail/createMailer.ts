import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { After } from '../../helpdesk/after.ts';
import type { DeliveryOutcome } from '../../helpdesk/outbox.ts';
import { isMailAddress } from './isMailAddress.ts';
import { postMail } from './postMail.ts';
import { smtpServer } from './smtpServer.ts';

/** A mail to one person. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  /** The id of its row in the outbox: sent again, it is the same, so that a repeat can be told by it. */
  readonly messageId: string;
  /** Attached as they are; `type` is a media type. */
  readonly files?: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
}

/** Sends mails. */
export interface Mailer {
  /** Never rejects, and never writes anything of a mail anywhere. */
  send(mail: Mail): Promise<DeliveryOutcome>;
}

/** What a mailer is built from. */
export interface MailerParts {
  /** `smtp(s)://user:password@host:port`, as the configuration has checked it. */
  readonly url: string;
  /** The address that mails come from, likewise. */
  readonly from: string;
  /** Default: the system's clock. */
  readonly now?: () => Date;
  /** Default: the system's timers. */
  readonly after?: After;
}

/** How long one mail may take, in milliseconds: less than the outbox waits (30 s), so that how it ended is known. */
const WITHIN = 20_000;

/** Ids of rows. */
const ID = /^[\w.-]{1,100}$/;

/** What must not be in a line of a head: line ends of every kind and other controls. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/** A mailer over one server, with a connection for each mail: there are a few an hour. Opens none yet. */
export function createMailer({ url, from, now = () => new Date(), after = timer }: MailerParts): Mailer {
  const server = smtpServer(url);
  const sender = asciiAddress(from) ?? from;
  const domain = sender.slice(sender.lastIndexOf('@') + 1);
  return {
    async send({ to, subject, text, messageId, files = [] }) {
      const receiver = asciiAddress(to);
      if (receiver === null) return { kind: 'refused', why: 'not-an-address' };
      if (!ID.test(messageId)) return { kind: 'refused', why: 'malformed' };
      const bytes = await compose(
        { to: receiver, subject, text, files, messageId: `<${messageId}@${domain}>` },
        sender,
        now(),
      );
      return postMail(server, { from: sender, to: receiver, bytes }, { within: WITHIN, after });
    },
  };
}

const timer: After = (milliseconds, run) => {
  const timeout = setTimeout(run, milliseconds);
  return () => clearTimeout(timeout);
};

function compose({ to, subject, text, messageId, files }: Required<Mail>, from: string, date: Date): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: '', address: from },
    to: { name: '', address: to },
    subject: subject.replace(CONTROLS, ' '),
    text,
    attachments: files.map(({ name, type, bytes }) => ({
      ...{ filename: name.replace(CONTROLS, ' '), contentType: type, contentDisposition: 'attachment' as const },
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    })),
    ...{ messageId, date },
    // RFC 3834: answering machines don’t answer these. The second is Exchange’s way to say it.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    // Both only matter for content that is named by a path or an address, and ours never is.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return composer.compile().build();
}

/** The address as every mail server takes it; null for what isn’t one. */
function asciiAddress(address: string): string | null {
  if (!isMailAddress(address)) return null;
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  return domain === '' ? null : `${address.slice(0, at)}@${domain}`;
}
