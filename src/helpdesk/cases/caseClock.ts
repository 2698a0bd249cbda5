import { asCoded } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { After } from '../after.ts';
import { createLookout, type Lookout } from '../lookout.ts';
import type { CaseStore } from './caseStore.ts';

export interface CaseClockParts {
  readonly cases: Pick<CaseStore, 'due' | 'nextDue'>;
  /** Lets time pass for one case, in a turn of its own: whatever is due happens, once, whoever else does the same. */
  readonly tick: (id: string) => Promise<void>;
  /** Keeps fresh what grows old on the cards of cases that don't change; called with each look. */
  readonly freshen: () => Promise<void>;
  readonly now: () => Date;
  readonly after: After;
  readonly log: Log;
}

/** Cases looked after at once. */
const AT_ONCE = 50;

/** The longest pause between two looks, in milliseconds: another process may have changed what is due next. */
const IDLE_MS = 5_000;

/** The pause after a fault, in milliseconds. */
const FAULT_MS = 1_000;

/** Before looking for more, in milliseconds. */
const SHORTEST_PAUSE = 20;

/**
 * Makes happen what only time does to cases: reminders, claims that end, mails, the end of what is solved. What is due
 * is in the database, so a restart forgets nothing.
 */
export function createCaseClock(parts: CaseClockParts): Lookout {
  return createLookout(async () => {
    try {
      return await look(parts);
    } catch (fault) {
      parts.log.error({ code: asCoded(fault).code, err: fault }, 'the cases’ clock has failed; it is tried again');
      return FAULT_MS;
    }
  }, parts.after);
}

async function look({ cases, tick, freshen, now, log }: CaseClockParts): Promise<number> {
  await freshen();
  const due = await cases.due(now(), AT_ONCE);
  let failed = false;
  for (const id of due) {
    try {
      await tick(id);
    } catch (fault) {
      failed = true;
      log.error({ code: asCoded(fault).code, err: fault }, 'what is due for a case could not be done');
    }
  }
  if (failed) return FAULT_MS;
  if (due.length > 0) return SHORTEST_PAUSE;
  const next = await cases.nextDue();
  return next === null ? IDLE_MS : Math.min(IDLE_MS, Math.max(SHORTEST_PAUSE, next.getTime() - now().getTime()));
}
