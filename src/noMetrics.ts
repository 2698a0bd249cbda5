import type { Metrics } from './metrics.ts';

/** In place of metrics where none are asked for: counts nothing, and loads nothing. */
export const noMetrics: Metrics = {
  request: () => undefined,
  refusal: () => undefined,
  turn: () => undefined,
  outbox: { attempted: () => undefined, died: () => undefined },
  removed: () => undefined,
  watch: () => undefined,
  text: async () => ({ type: 'text/plain', text: '' }),
};
