import { createAnsweredDeliveries } from '../turn/answeredDeliveries.ts';
import { createTurns, type Turns } from '../turn/runTurn.ts';
import type { Built } from './built.ts';

/** The turns of everybody: people and the desk. */
export function buildTurns({ store, lanes, paces, now, metrics, atStep = () => undefined }: Built): Turns {
  return createTurns({
    ...{ store, lanes, paces, now, atStep },
    answered: createAnsweredDeliveries(),
    onTurn: metrics.turn,
  });
}
