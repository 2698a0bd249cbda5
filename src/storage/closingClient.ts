import pg from 'pg';

/**
 * The driver's client, but one that closes its connection when it gives up signing in. The driver leaves it open: each
 * try would hold a place on the server, and hold up whoever drops a database there, for a minute.
 */
export class ClosingClient extends pg.Client {
  constructor(settings?: string | pg.ClientConfig) {
    super(settings);
    this.connection.once('error', () => this.connection.stream.destroy());
  }
}
