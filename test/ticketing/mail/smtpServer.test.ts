import { expect } from 'chai';
import { smtpServer } from '../../../src/ticketing/mail/smtpServer.ts';

interface Reading {
  readonly host: string;
  readonly port?: number;
  readonly secure: boolean;
  readonly requireTLS: boolean;
  readonly ignoreTLS: boolean;
}

const host = 'mail.contoso.com';
const must = { secure: false, requireTLS: true, ignoreTLS: false };
const may = { secure: false, requireTLS: false, ignoreTLS: false };
const without = { secure: false, requireTLS: false, ignoreTLS: true };

const READ: readonly (readonly [url: string, read: Reading])[] = [
  ['smtps://mail.contoso.com', { host, secure: true, requireTLS: false, ignoreTLS: false }],
  ['smtps://mail.contoso.com:4650/', { host, port: 4650, secure: true, requireTLS: false, ignoreTLS: false }],
  ['smtp://mail.contoso.com:587', { host, port: 587, ...must }],
  ['smtp://mail.contoso.com?requireTLS=true', { host, ...must }],
  ['smtp://mail.contoso.com?requireTLS=false', { host, ...may }],
  ['smtp://localhost:25', { host: 'localhost', port: 25, ...without }],
  ['smtp://127.0.0.1?requireTLS=false', { host: '127.0.0.1', ...without }],
  ['smtp://[::1]:25', { host: '::1', port: 25, ...without }],
  ['smtp://[::1]:25?requireTLS=true', { host: '::1', port: 25, ...must }],
];

describe('the address of a mail server', () => {
  for (const [url, read] of READ) {
    it(`says where it is, and whether TLS is a must: ${url}`, () => {
      const { options, login } = smtpServer(url);

      const { port, secure, requireTLS, ignoreTLS } = options;
      expect({ host: options.host, ...(port !== undefined && { port }), secure, requireTLS, ignoreTLS }).to.deep.equal(
        read,
      );
      expect(login).to.equal(null);
    });
  }

  it('says who we are there', () => {
    const { login } = smtpServer('smtps://us%40er:p%2Fw%25@mail.contoso.com');

    expect(login).to.deep.equal({ user: 'us@er', pass: 'p/w%' });
  });

  it('never turns the check of certificates off', () => {
    for (const [url] of READ) expect(smtpServer(url).options.tls).to.not.have.property('rejectUnauthorized');
  });

  it('keeps what is said out of every log', () => {
    const { options } = smtpServer('smtps://user:word@mail.contoso.com');

    expect(options).to.include({ logger: false, debug: false, transactionLog: false });
  });
});
