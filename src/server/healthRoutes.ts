import type { PlainRoute } from './route.ts';

/** How long an answer on readiness is given again, in milliseconds: whoever asks must not keep the database busy. */
const READY_FOR = 1_000;

/**
 * For whoever watches the process: `/healthz` while it is alive, `/readyz` while it can answer people. `notes` are lines
 * on what else they should know, such as a helpdesk that can't be reached; they change no status.
 * Neither may reject.
 */
export function healthRoutes(
  isReady: () => Promise<boolean>,
  now: () => Date,
  notes: () => Promise<readonly string[]> = async () => [],
): readonly PlainRoute[] {
  const look = async () => ((await isReady()) ? { status: 200, body: ['ready', ...(await notes())].join('\n') } : null);
  const ready = onceIn(READY_FOR, look, now);
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  return [
    { method: 'GET', path: '/healthz', body: 'none', answer: async () => ({ status: 200, headers, body: 'alive' }) },
    {
      method: 'GET',
      path: '/readyz',
      body: 'none',
      answer: async () => ({ headers, ...((await ready()) ?? { status: 503, body: 'not ready' }) }),
    },
  ];
}

/** One answer for all who ask while it is looked for, and for a while after. A clock that was set back looks again. */
function onceIn<T>(milliseconds: number, look: () => Promise<T>, now: () => Date): () => Promise<T> {
  let found: Promise<T> | null = null;
  let until = 0;
  let isLooking = false;
  return () => {
    const at = now().getTime();
    if (found === null || (!isLooking && (at >= until || until - at > milliseconds))) {
      isLooking = true;
      found = look().finally(() => {
        isLooking = false;
        until = now().getTime() + milliseconds;
      });
    }
    return found;
  };
}
