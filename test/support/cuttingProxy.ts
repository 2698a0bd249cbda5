import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Where a connection breaks: before the words reach the database, or before its answer comes back. */
type Cut = 'request' | 'answer';

/** A way to a server that can break. */
export interface CuttingProxy {
  /** The server's address, by this way. */
  readonly url: string;
  /** Breaks the next connection over which these words are sent; once. */
  cutAt(words: string, cut: Cut): void;
  /** How many connections were broken. */
  readonly cuts: number;
  close(): Promise<void>;
}

/** A way to the server of an address, over loopback. */
export async function cuttingProxy(address: string): Promise<CuttingProxy> {
  const target = new URL(address);
  const sockets = new Set<Socket>();
  let planned: { readonly words: string; readonly cut: Cut } | null = null;
  let cuts = 0;

  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    const both = [client, database];
    let answerIsLost = false;
    for (const socket of both) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => both.forEach((each) => void each.destroy()));
    }
    client.on('data', (bytes) => {
      const cut = planned !== null && bytes.includes(planned.words) ? planned.cut : null;
      if (cut !== null) [planned, cuts] = [null, cuts + 1];
      answerIsLost ||= cut === 'answer';
      if (cut === 'request') client.destroy();
      else database.write(bytes);
    });
    database.on('data', (bytes) => void (answerIsLost ? client.destroy() : client.write(bytes)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const here = server.address();
  if (here === null || typeof here === 'string') throw new Error('no port');

  return {
    url: Object.assign(new URL(address), { port: String(here.port) }).href,
    cutAt(words, cut) {
      planned = { words, cut };
    },
    get cuts() {
      return cuts;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
