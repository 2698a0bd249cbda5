import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { addressKey } from '../channels/addressKey.ts';
import type { Limits } from './limits.ts';
import type { TrustedNetworks } from './trustedNetworks.ts';

/** What connections are bounded by. */
export interface ConnectionRules {
  readonly limits: Limits;
  /** Machines that connect for many. */
  readonly trusted: TrustedNetworks;
}

/** The connections of a server: bounded, and closed without waiting for those that have nothing to say. */
export interface Connections {
  /**
   * From here until its answer has ended, a request's connection is in use. False when it was cut off instead, since
   * its client asks on and on without waiting for answers.
   */
  use(request: IncomingMessage, response: ServerResponse): boolean;
  /** Whether anything of an answer has been written that is still under way. */
  isAnswering(socket: Socket): boolean;
  /** Ends every connection that is not in use: at once, and each other one after its answer. */
  endUnused(): void;
}

interface Use {
  requests: number;
  readonly unanswered: Set<ServerResponse>;
}

/** Follows them from the first. Node leaves alone those on which nothing was ever asked, as browsers open in advance. */
export function trackConnections(http: HttpServer, { limits, trusted }: ConnectionRules): Connections {
  const open = new Map<Socket, Use>();
  const perAddress = countByAddress(limits.connectionsPerAddress, trusted);
  let ending = false;
  http.on('connection', (socket: Socket) => {
    if (!perAddress.take(socket)) {
      socket.destroy();
      return;
    }
    open.set(socket, { requests: 0, unanswered: new Set() });
    socket.once('close', () => open.delete(socket));
  });
  return {
    use({ socket }, response) {
      const use = open.get(socket) ?? { requests: 0, unanswered: new Set() };
      use.requests += 1;
      use.unanswered.add(response);
      if (use.unanswered.size > limits.unansweredPerConnection) {
        socket.destroy();
        return false;
      }
      if (use.requests >= limits.requestsPerConnection) response.setHeader('Connection', 'close');
      response.once('close', () => {
        use.unanswered.delete(response);
        if (ending && use.unanswered.size === 0) socket.destroySoon();
      });
      return true;
    },
    isAnswering: (socket) => [...(open.get(socket)?.unanswered ?? [])].some((response) => response.headersSent),
    endUnused() {
      ending = true;
      for (const [socket, { unanswered }] of open) if (unanswered.size === 0) socket.destroySoon();
    },
  };
}

function countByAddress(limit: number, trusted: TrustedNetworks) {
  const counts = new Map<string, number>();
  return {
    /** False when this address has its share already. */
    take(socket: Socket): boolean {
      const address = socket.remoteAddress ?? '';
      if (trusted.has(address)) return true;
      const key = addressKey(address);
      const count = (counts.get(key) ?? 0) + 1;
      if (count > limit) return false;
      counts.set(key, count);
      socket.once('close', () => {
        const left = (counts.get(key) ?? 1) - 1;
        if (left > 0) counts.set(key, left);
        else counts.delete(key);
      });
      return true;
    },
  };
}
