import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { WORKSPACE } from './slackWorkspace.ts';

/** How an envelope is sent. */
export interface EnvelopeOptions {
  /** The place of the connection among those that are open, from 0; default: each in its turn. */
  readonly connection?: number;
  /** Once this settles, no ack is waited for any more. */
  readonly until?: Promise<unknown>;
  /** How often it was sent before; default: 0. */
  readonly retry?: number;
}

/** Which envelope carries what over a socket. */
export type EnvelopeType = 'events_api' | 'interactive' | 'slash_commands';

/** Socket Mode as Slack serves it. */
export interface FakeSlackSocket {
  /** Connections that are open and have been greeted. */
  connections(): number;
  /** Sends something over one of them; gives what the ack carries, or `none` where none came. */
  send(type: EnvelopeType, payload: unknown, options?: EnvelopeOptions): Promise<unknown>;
  /** Sends something as it is, whatever it is. */
  sendRaw(text: string): void;
  /** From now on the first of them says and answers nothing, not even to a ping or a goodbye. */
  freeze(): void;
  /** Greets none that come from now on, or greets them again. */
  ignore(isIgnored: boolean): void;
  /** Asks one to go and come again, as before a deploy of Slack's. */
  disconnect(connection?: number): void;
  /** Breaks one off without a word. */
  drop(connection?: number): void;
  /** Takes no new connections from now on, or takes them again. */
  refuse(isShut: boolean): void;
  close(): void;
}

/** Serves sockets below `/link` of a server. `changed` is called when one opens or closes. */
export function fakeSlackSocket(server: Server, changed: () => void): FakeSlackSocket {
  const sockets = new WebSocketServer({ noServer: true });
  const open: WebSocket[] = [];
  const acks = new Map<string, (payload: unknown) => void>();
  let [turn, isShut, isIgnored] = [0, false, false];
  const forget = (socket: WebSocket) => {
    const at = open.indexOf(socket);
    if (at >= 0) open.splice(at, 1);
    changed();
  };
  const at = (connection: number) => {
    const socket = open[connection];
    if (!socket) throw new Error(`no connection ${connection}: ${open.length} are open`);
    return socket;
  };
  server.on('upgrade', (request, stream, head) => {
    if (isShut || !request.url?.startsWith('/link')) return void stream.destroy();
    sockets.handleUpgrade(request, stream, head, (socket) => {
      if (isIgnored) return;
      open.push(socket);
      socket.on('close', () => forget(socket));
      socket.on('error', () => forget(socket));
      socket.on('message', (data) => {
        const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload?: unknown };
        acks.get(envelope_id)?.(payload ?? {});
      });
      socket.send(JSON.stringify(hello(open.length)));
      changed();
    });
  });
  return {
    connections: () => open.length,
    send(type, payload, { connection, until, retry = 0 } = {}) {
      const socket = at(connection ?? turn++ % Math.max(open.length, 1));
      const id = randomUUID();
      let close: () => void = () => undefined;
      const answered = new Promise<unknown>((resolve) => {
        acks.set(id, resolve);
        close = () => resolve('none');
        socket.once('close', close);
        void until?.then(
          () => resolve('none'),
          () => resolve('none'),
        );
      });
      socket.send(JSON.stringify(envelope(type, { id, payload, retry })));
      return answered.finally(() => {
        acks.delete(id);
        socket.off('close', close);
      });
    },
    sendRaw: (text) => at(0).send(text),
    freeze: () => at(0).pause(),
    ignore: (ignored) => {
      isIgnored = ignored;
    },
    disconnect: (connection = 0) =>
      at(connection).send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: DEBUG })),
    drop: (connection = 0) => at(connection).terminate(),
    refuse: (shut) => {
      isShut = shut;
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

const DEBUG = { host: 'applink-fake', started: '2023-11-14 22:13:20.000', build_number: 1 };

function hello(connections: number): object {
  return {
    ...{ type: 'hello', num_connections: connections },
    debug_info: { ...DEBUG, approximate_connection_time: 18_060 },
    connection_info: { app_id: WORKSPACE.app },
  };
}

function envelope(
  type: EnvelopeType,
  { id, payload, retry }: { readonly id: string; readonly payload: unknown; readonly retry: number },
): object {
  const retries = type === 'events_api' ? { retry_attempt: retry, retry_reason: retry > 0 ? 'timeout' : '' } : {};
  // An event is acknowledged without words; the others may be answered with the ack.
  return { envelope_id: id, type, payload, accepts_response_payload: type !== 'events_api', ...retries };
}
