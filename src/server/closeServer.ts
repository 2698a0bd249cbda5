import type { Server as HttpServer } from 'node:http';
import type { Connections } from './trackConnections.ts';

/** What a server needs to end in good order. */
export interface ClosingParts {
  readonly connections: Connections;
  /** How long it may take, in milliseconds. */
  readonly closeMs: number;
  /** Ends the answers that would go on for ever. */
  readonly endStreams: () => Promise<void>;
}

/** Takes no more connections and waits for what is running; what takes too long is cut off. */
export async function closeServer(http: HttpServer, { connections, closeMs, endStreams }: ClosingParts): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, closeMs);
  });
  // A server that never listened says so as an error; it is closed all the same.
  const stopped = new Promise<void>((resolve) => http.close(() => resolve()));
  connections.endUnused();
  await Promise.race([Promise.all([stopped, endStreams()]), patience]);
  clearTimeout(timer);
  http.closeAllConnections();
}
