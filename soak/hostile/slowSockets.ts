import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** How a client can take for ever. */
const KINDS = ['nothing', 'headers', 'body', 'chunks', 'reading'] as const;
type Kind = (typeof KINDS)[number];

/** Between two bytes of a slow client, in milliseconds. */
const DRIP = 1_000;

const HEAD = 'POST /api/messages HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
const BEGINNINGS: Readonly<Record<Kind, string>> = {
  nothing: '',
  headers: 'GET /healthz HTTP/1.1\r\nHost: a\r\nX-Slow: ',
  body: `${HEAD}Content-Length: 1000\r\n\r\n`,
  chunks: `${HEAD}Transfer-Encoding: chunked\r\n\r\n`,
  // Three large answers, of which nothing is ever taken.
  reading: 'GET /chat.js HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(3),
};
const DRIPS: Readonly<Record<Kind, string>> = {
  nothing: '',
  headers: 'x',
  body: ' ',
  chunks: '1\r\n \r\n',
  reading: '',
};

/** Connections that are held open. */
export interface SlowSockets {
  /** How many of those that say too little are still open: it is the bot's part to end them. */
  stillOpen(): number;
  /** Resolves once the bot has ended all of them, or after so many milliseconds. */
  untilEnded(within: number): Promise<void>;
  close(): void;
}

/** How many, and whether slow bodies are waited for too: the bot gives them half a minute. */
export interface SlowPlan {
  readonly count: number;
  readonly withBodies: boolean;
}

/** Opens so many, of every kind in turn, and drips on all of them. */
export async function openSlowSockets(port: number, { count, withBodies }: SlowPlan): Promise<SlowSockets> {
  const sockets = await Promise.all(
    Array.from({ length: count }, (_, nth) => open(port, KINDS[nth % KINDS.length] ?? 'nothing')),
  );
  // A client that only reads slowly may do so while the system buffers all that there is to read.
  const judged: readonly Kind[] = withBodies ? ['nothing', 'headers', 'body', 'chunks'] : ['nothing', 'headers'];
  const impolite = new Set(sockets.filter(({ kind }) => judged.includes(kind)).map(({ socket }) => socket));
  let onEnded: () => void = () => undefined;
  for (const socket of impolite) {
    socket.once('close', () => {
      impolite.delete(socket);
      if (impolite.size === 0) onEnded();
    });
    if (socket.destroyed) impolite.delete(socket);
  }
  const timer = setInterval(() => {
    for (const { socket, kind } of sockets) if (socket.writable && DRIPS[kind] !== '') socket.write(DRIPS[kind]);
  }, DRIP);
  return {
    stillOpen: () => impolite.size,
    async untilEnded(within) {
      if (impolite.size === 0) return;
      let patience: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        onEnded = resolve;
        patience = setTimeout(resolve, within);
      });
      clearTimeout(patience);
    },
    close() {
      clearInterval(timer);
      for (const { socket } of sockets) socket.destroy();
    },
  };
}

async function open(port: number, kind: Kind): Promise<{ readonly socket: Socket; readonly kind: Kind }> {
  const socket = connect(port, '127.0.0.1');
  // That the bot cuts these lines off is what is wanted.
  socket.on('error', () => socket.destroy());
  await once(socket, 'connect');
  socket.write(BEGINNINGS[kind]);
  if (kind !== 'reading') socket.resume();
  return { socket, kind };
}
