import { LIMITS } from '../../src/helpdesk/dispatcherLimits.ts';
import { DESK, type Effect } from '../bot/deskRow.ts';
import type { Person } from './person.ts';
import type { PostOffice } from './postOffice.ts';

/** What is expected of the desks. */
export interface Expected {
  readonly desks: number;
  readonly people: readonly Person[];
  /** How often a process or a database was ended: each time, what was being sent may not have been noted. */
  readonly ends: number;
}

/** What the desks got. */
export interface EffectResult {
  readonly counts: Readonly<Record<string, number>>;
  readonly flaws: readonly string[];
}

/** How long the last effects may take, in milliseconds. */
const ARRIVE_WITHIN = 60_000;
const LOOK_EVERY = 200;

/**
 * Waits until every answer that was kept has had its effect, and judges by what the desks got: each delivery one row,
 * a row again only under its own id.
 */
export async function awaitEffects(office: PostOffice, { desks, people, ends }: Expected): Promise<EffectResult> {
  const look = effectReader(office, desks);
  const kept = people.flatMap((person) => person.kept);
  const until = Date.now() + ARRIVE_WITHIN;
  let missing = look().missing(kept);
  while (missing.length > 0 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    missing = look().missing(kept);
  }
  const { rows, repeats, twice } = look();
  return {
    counts: { answersKept: kept.length, effects: rows, effectsTwice: twice.length, sentAgainUnderTheSameId: repeats },
    flaws: [
      ...missing.slice(0, 5).map((delivery) => `${delivery} had no effect (${missing.length} such)`),
      ...twice.slice(0, 5).map((delivery) => `${delivery} had two effects (${twice.length} such)`),
      ...(repeats > ends * Math.min(desks, LIMITS.atOnce) ? [`${repeats} rows came again after ${ends} ends`] : []),
    ],
  };
}

/** Reads all that the desks got so far, more at each call. */
function effectReader(office: PostOffice, desks: number) {
  const timesOf = new Map<string, number>();
  const rowsOf = new Map<string, Set<string>>();

  return () => {
    for (let desk = 0; desk < desks; desk++) {
      for (const { text } of office.take(`${DESK}${desk}@thread.tacv2`)) {
        const { row, delivery } = JSON.parse(text) as Effect;
        timesOf.set(row, (timesOf.get(row) ?? 0) + 1);
        rowsOf.set(delivery, (rowsOf.get(delivery) ?? new Set()).add(row));
      }
    }
    return {
      rows: timesOf.size,
      repeats: [...timesOf.values()].reduce((sum, each) => sum + each - 1, 0),
      twice: [...rowsOf].flatMap(([delivery, rows]) => (rows.size > 1 ? [delivery] : [])),
      missing: (deliveries: readonly string[]) => deliveries.filter((delivery) => !rowsOf.has(delivery)),
    };
  };
}
