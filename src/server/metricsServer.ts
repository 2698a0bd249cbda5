import type { Log } from '../log.ts';
import { createServer, type Server } from './createServer.ts';
import { limits } from './limits.ts';

/** What is served. */
export interface MetricsServerParts {
  /** All figures, with their content type. Must not reject. */
  readonly text: () => Promise<{ readonly type: string; readonly text: string }>;
  readonly log: Log;
}

/** One scraper, perhaps two, and somebody who looks. */
const CONNECTIONS = 20;

/** `/metrics` on a host and port of its own, away from people, behind the same bounds as everything else. */
export function createMetricsServer({ text, log }: MetricsServerParts): Server {
  return createServer({
    routes: [
      {
        method: 'GET',
        path: '/metrics',
        body: 'none',
        answer: async () => {
          const figures = await text();
          const headers = { 'Content-Type': figures.type, 'Cache-Control': 'no-store' };
          return { status: 200, headers, body: figures.text };
        },
      },
    ],
    limits: { ...limits, connections: CONNECTIONS },
    log,
    endStreams: async () => undefined,
    variables: { port: 'METRICS_PORT', host: 'METRICS_HOST' },
  });
}
