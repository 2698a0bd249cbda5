import { setTimeout } from 'node:timers/promises';
import { type BackOff, backOff } from '../helpdesk/backOff.ts';
import { createAnsweredDeliveries } from '../turn/answeredDeliveries.ts';
import { createTurns, type Turns } from '../turn/runTurn.ts';
import type { Built } from './built.ts';

/**
 * Before a turn that lost runs again. From about as long as a turn takes on a busy machine, so that those who lost
 * together don't all meet again; up to where somebody who waits would notice. Measured in
 * docs/adr/0008-a-case-is-a-value.md.
 */
const RERUN: BackOff = { baseMs: 20, capMs: 160 };

type TurnsOf = Pick<Built, 'store' | 'lanes' | 'paces' | 'now' | 'metrics' | 'atStep'>;

/** The turns of everybody: people and the desk. `wait` takes milliseconds; by default by the system's clock. */
export function buildTurns(
  { store, lanes, paces, now, metrics, atStep = () => undefined }: TurnsOf,
  wait: (ms: number) => Promise<void> = setTimeout,
): Turns {
  return createTurns({
    ...{ store, lanes, paces, now, atStep },
    answered: createAnsweredDeliveries(),
    pause: (rerun) => wait(backOff({ failure: rerun, retryAfterMs: undefined }, Math.random, RERUN)),
    onTurn: metrics.turn,
  });
}
