import type { Route } from './route.ts';

/** For whoever watches the process: `/healthz` while it is alive, `/readyz` while it can answer people. */
export function healthRoutes(isReady: () => Promise<boolean>): readonly Route[] {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  return [
    { method: 'GET', path: '/healthz', body: 'none', answer: async () => ({ status: 200, headers, body: 'alive' }) },
    {
      method: 'GET',
      path: '/readyz',
      body: 'none',
      answer: async () =>
        (await isReady()) ? { status: 200, headers, body: 'ready' } : { status: 503, headers, body: 'not ready' },
    },
  ];
}
