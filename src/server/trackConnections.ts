import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The connections of a server, for closing it without waiting for those that have nothing to say. */
export interface Connections {
  /** From here until its answer has ended, a request's connection is in use. */
  use(request: IncomingMessage, response: ServerResponse): void;
  /** Ends every connection that is not in use: at once, and each other one after its answer. */
  endUnused(): void;
}

/** Follows them from the first. Node leaves alone those on which nothing was ever asked, as browsers open in advance. */
export function trackConnections(http: HttpServer): Connections {
  const open = new Set<Socket>();
  const used = new Set<Socket>();
  let ending = false;
  http.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return {
    use({ socket }, response) {
      used.add(socket);
      response.once('close', () => {
        used.delete(socket);
        if (ending) socket.destroySoon();
      });
    },
    endUnused() {
      ending = true;
      for (const socket of open) if (!used.has(socket)) socket.destroySoon();
    },
  };
}
