import { expect } from 'chai';
import type { After } from '../../../src/helpdesk/after.ts';
import { createMailer, type Mail, type MailerParts } from '../../../src/ticketing/mail/createMailer.ts';
import { answer, headOf, type MailServer, type MailServerChanges, startMailServer } from './mailServer.ts';

const FROM = 'unstuck@contoso.com';
const MAIL: Mail = {
  to: 'luis@fabrikam.example',
  subject: 'An answer to UN-7K3Q-M2',
  text: 'There is an answer.\n\nhttps://unstuck.contoso.com/c/1\n',
  messageId: 'b7e2-row',
};
const NOW = new Date('2026-01-05T09:00:00Z');

/** A timer that a test lets run out. */
function handTimer() {
  const runs: (() => void)[] = [];
  const after: After = (_milliseconds, run) => {
    runs.push(run);
    return () => undefined;
  };
  return { after, runOut: () => runs.forEach((run) => void run()) };
}

describe('a mailer', () => {
  let server: MailServer | null = null;
  afterEach(async () => {
    await server?.close();
    server = null;
  });

  const start = async (changes: MailServerChanges = {}): Promise<MailServer> => {
    server = await startMailServer(changes);
    return server;
  };
  const send = (url: string, changes: Partial<Mail> = {}, parts: Partial<MailerParts> = {}) =>
    createMailer({ url, from: FROM, now: () => NOW, ...parts }).send({ ...MAIL, ...changes });

  it('hands a mail to the server, from us to one person', async () => {
    const { port, mails } = await start();

    const outcome = await send(`smtp://127.0.0.1:${port}`);

    expect(outcome).to.deep.equal({ kind: 'delivered', receipt: '' });
    expect(mails).to.have.lengthOf(1);
    expect(mails[0])
      .to.include({ from: FROM, user: null })
      .and.deep.include({ to: [MAIL.to] });
    expect(mails[0]?.raw).to.include('There is an answer.\r\n\r\nhttps://unstuck.contoso.com/c/1');
    const head = ['From', 'To', 'Subject', 'Date', 'Auto-Submitted'].map((name) => mails[0] && headOf(mails[0], name));
    expect(head).to.deep.equal([FROM, MAIL.to, MAIL.subject, 'Mon, 05 Jan 2026 09:00:00 +0000', 'auto-generated']);
  });

  it('sends the same mail under the same id, so that a repeat can be told', async () => {
    const { port, mails } = await start();

    await send(`smtp://127.0.0.1:${port}`);
    await send(`smtp://127.0.0.1:${port}`);

    const ids = mails.map((mail) => headOf(mail, 'Message-ID'));
    expect(ids).to.deep.equal(['<b7e2-row@contoso.com>', '<b7e2-row@contoso.com>']);
  });

  it('signs in with what the address says', async () => {
    const { port, mails } = await start({
      onAuth: ({ username, password }, _session, done) =>
        done(password === 'p/w%' ? null : answer(535), { user: username ?? '' }),
      allowInsecureAuth: true,
      hideSTARTTLS: true,
    });

    const outcome = await send(`smtp://us%40er:p%2Fw%25@127.0.0.1:${port}`);

    expect(outcome.kind).to.equal('delivered');
    expect(mails[0]).to.include({ user: 'us@er' });
  });

  it('writes names of hosts as every server takes them', async () => {
    const { port, mails } = await start();

    await send(`smtp://127.0.0.1:${port}`, { to: 'luis@bücher.example' });

    expect(mails[0] && headOf(mails[0], 'To')).to.equal('luis@xn--bcher-kva.example');
  });

  it('takes any text as text, and any subject as one line', async () => {
    const { port, mails } = await start();
    const subject = 'Grüße\r\nBcc: eve@evil.example\r\n\r\n<b>\u2028hi';

    await send(`smtp://127.0.0.1:${port}`, { subject, text: 'one\r\n.\r\nQUIT\n.two\nBcc: eve@evil.example' });

    expect(mails).to.have.lengthOf(1);
    expect(mails[0]?.to).to.deep.equal([MAIL.to]);
    expect(mails[0] && headOf(mails[0], 'Bcc')).to.equal(undefined);
    expect(mails[0]?.raw.split('\r\n\r\n').slice(1).join('\r\n\r\n')).to.include('one\r\n.\r\nQUIT\r\n.two\r\nBcc:');
  });

  it('attaches files as they are, and nothing of their names is more than a name', async () => {
    const { port, mails } = await start();
    const bytes = Uint8Array.from({ length: 1_000 }, (_, at) => at % 256);
    const name = 'Grüße\r\nBcc: eve@evil.example\r\n\r\n".png';

    await send(`smtp://127.0.0.1:${port}`, { files: [{ name, type: 'image/png', bytes }] });

    const [mail] = mails;
    expect(mail?.to).to.deep.equal([MAIL.to]);
    expect(mail && headOf(mail, 'Bcc')).to.equal(undefined);
    expect(mail?.raw.replace(/\r\n/g, '')).to.include(Buffer.from(bytes).toString('base64'));
    expect(mail?.raw)
      .to.match(/Content-Type: image\/png/)
      .and.to.match(/Content-Disposition: attachment/);
    expect(mail?.raw).to.not.match(/^Bcc:/m);
  });

  for (const to of [
    'luis@fabrikam.example\r\nRCPT TO:<eve@evil.example>',
    'luis@fabrikam.example, eve@evil.example',
    'luis@fabrikam.example>',
    'Luis <luis@fabrikam.example>',
    '"luis eve"@fabrikam.example',
    'luis',
    '',
  ]) {
    it(`says nothing to the server for what isn’t one address: ${JSON.stringify(to)}`, async () => {
      const { port, connections } = await start();

      const outcome = await send(`smtp://127.0.0.1:${port}`, { to });

      expect(outcome).to.deep.equal({ kind: 'refused', why: 'not-an-address' });
      expect(connections()).to.equal(0);
    });
  }

  it('takes no id that could be more than one', async () => {
    const { port, connections } = await start();

    const outcome = await send(`smtp://127.0.0.1:${port}`, { messageId: 'a>\r\nBcc: <eve@evil.example' });

    expect(outcome).to.deep.equal({ kind: 'refused', why: 'malformed' });
    expect(connections()).to.equal(0);
  });

  const refusals: readonly (readonly [title: string, changes: MailServerChanges, kind: string, why: string])[] = [
    ['no such mailbox', { onRcptTo: (_to, _session, done) => done(answer(550)) }, 'refused', 'smtp-550'],
    [
      'a mailbox that is full for now',
      { onRcptTo: (_to, _session, done) => done(answer(452)) },
      'not-taken',
      'smtp-452',
    ],
    ['a server that wants a login', { onRcptTo: (_to, _session, done) => done(answer(530)) }, 'not-taken', 'smtp-530'],
    ['a mail that is too large', { judge: () => answer(552) }, 'refused', 'too-large'],
    ['a mail of more than the server says that it takes', { size: 100 }, 'refused', 'too-large'],
    [
      'a mail that is too large to begin with',
      { onMailFrom: (_from, _session, done) => done(answer(552)) },
      'refused',
      'too-large',
    ],
    ['a mailbox that is full', { onRcptTo: (_to, _session, done) => done(answer(552)) }, 'refused', 'smtp-552'],
    ['a sender who may not', { onMailFrom: (_from, _session, done) => done(answer(550)) }, 'not-taken', 'smtp-550'],
    ['a mail that is not wanted', { judge: () => answer(554) }, 'refused', 'smtp-554'],
    ['a mail that is not wanted now', { judge: () => answer(451) }, 'not-taken', 'smtp-451'],
    ['a server that ends', { onRcptTo: (_to, _session, done) => done(answer(421)) }, 'not-taken', 'smtp-421'],
    ['too many connections', { maxClients: -1 }, 'not-taken', 'smtp-421'],
  ];
  for (const [title, changes, kind, why] of refusals) {
    it(`calls ${title} ${kind}`, async () => {
      const { port, mails } = await start(changes);

      const outcome = await send(`smtp://127.0.0.1:${port}`);

      expect(outcome).to.deep.equal({ kind, why });
      expect(mails).to.deep.equal([]);
    });
  }

  it('calls a wrong password not taken', async () => {
    const { port } = await start({
      onAuth: (_auth, _session, done) => done(answer(535)),
      allowInsecureAuth: true,
    });

    const outcome = await send(`smtp://user:wrong@127.0.0.1:${port}`);

    expect(outcome).to.deep.equal({ kind: 'not-taken', why: 'smtp-535' });
  });

  it('sends nothing in nobody’s name where a server has no login', async () => {
    const { port, mails } = await start({ disabledCommands: ['AUTH'] });

    const outcome = await send(`smtp://user:word@127.0.0.1:${port}`);

    expect(outcome.kind).to.equal('not-taken');
    expect(mails).to.deep.equal([]);
  });

  it('calls a server that isn’t there not taken', async () => {
    const { port, close } = await startMailServer();
    await close();

    const outcome = await send(`smtp://127.0.0.1:${port}`);

    expect(outcome).to.deep.equal({ kind: 'not-taken', why: 'ECONNREFUSED' });
  });

  it('calls a connection that breaks before the mail not taken', async () => {
    const started = await start({ onRcptTo: () => started.drop() });

    const outcome = await send(`smtp://127.0.0.1:${started.port}`);

    expect(outcome.kind).to.equal('not-taken');
  });

  it('calls a connection that breaks after the mail unclear', async () => {
    const { port } = await start({
      judge: (fake) => {
        fake.drop();
        return new Promise(() => undefined);
      },
    });

    const outcome = await send(`smtp://127.0.0.1:${port}`);

    expect(outcome.kind).to.equal('unclear');
  });

  it('calls silence before the mail not taken', async () => {
    const { after, runOut } = handTimer();
    const { port } = await start({ onRcptTo: runOut });

    const outcome = await send(`smtp://127.0.0.1:${port}`, {}, { after });

    expect(outcome).to.deep.equal({ kind: 'not-taken', why: 'ETIMEDOUT' });
  });

  it('calls silence after the mail unclear', async () => {
    const { after, runOut } = handTimer();
    const { port } = await start({
      judge: () => {
        runOut();
        return new Promise(() => undefined);
      },
    });

    const outcome = await send(`smtp://127.0.0.1:${port}`, {}, { after });

    expect(outcome).to.deep.equal({ kind: 'unclear', why: 'ETIMEDOUT' });
  });
});

describe('a mailer and TLS', () => {
  let server: MailServer;
  let passwords: number;
  const listen = async (changes: MailServerChanges = {}) => {
    passwords = 0;
    server = await startMailServer({
      onAuth: (_auth, _session, done) => {
        passwords += 1;
        done(null, { user: 'user' });
      },
      allowInsecureAuth: true,
      ...changes,
    });
  };
  const send = (scheme: string, query = '') => {
    const url = `${scheme}://user:word@127.0.0.1:${server.port}${query}`;
    return createMailer({ url, from: FROM }).send(MAIL);
  };
  afterEach(() => server.close());

  const refused: readonly (readonly [what: string, MailServerChanges, scheme: string, query: string])[] = [
    ['a certificate that nobody vouches for', { secure: true }, 'smtps', ''],
    ['one that comes with STARTTLS', {}, 'smtp', '?requireTLS=true'],
    ['a server without STARTTLS', { hideSTARTTLS: true }, 'smtp', '?requireTLS=true'],
  ];
  for (const [what, changes, scheme, query] of refused) {
    it(`tells no secret and no mail to ${what}`, async () => {
      await listen(changes);

      const outcome = await send(scheme, query);

      expect(outcome.kind).to.equal('not-taken');
      expect([passwords, server.mails.length]).to.deep.equal([0, 0]);
    });
  }

  it('does without on this machine, where a certificate says nothing', async () => {
    await listen();

    const outcome = await send('smtp');

    expect(outcome.kind).to.equal('delivered');
    expect(server.mails[0]).to.include({ secure: false, user: 'user' });
  });
});
