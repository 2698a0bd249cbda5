/**
 * The connection to the database is gone, or it was too slow to be kept: whether what was asked for was done, nobody
 * knows. Its cause is what the driver said, which has no code.
 */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('the connection to the database was lost', { cause });
    this.name = 'ConnectionLost';
  }
}
