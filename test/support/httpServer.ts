import { createLog, type Log } from '../../src/log.ts';
import { createServer, type ServerParts } from '../../src/server/createServer.ts';
import { limits } from '../../src/server/limits.ts';

/** A server that listens on a free port of this machine. */
export interface TestServer {
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  close(): Promise<void>;
}

/** A log for tests, and the lines that were written to it. */
export function recordingLog(): { readonly log: Log; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { log: createLog({ level: 'debug', destination }), lines };
}

/** Starts the real server with these parts; what is left out is as in the real one, or does nothing. */
export async function startServer(parts: Partial<ServerParts>): Promise<TestServer> {
  const whole = { routes: [], limits, log: recordingLog().log, endStreams: async () => undefined, ...parts };
  const server = createServer(whole);
  const port = await server.listen(0, '127.0.0.1');
  return { port, origin: `http://127.0.0.1:${port}`, close: server.close };
}
