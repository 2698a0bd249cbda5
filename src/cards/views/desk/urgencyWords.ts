import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CaseContext } from '../requests/caseContext.ts';

const MINUTE = 60_000;

/** From when on and until when a meeting makes a case urgent, as the helpdesk sorts its cases. */
const SOON = 60 * MINUTE;
const NOW = 10 * MINUTE;
const RUNNING = 60 * MINUTE;

/** Why a case is urgent, in words; null where no meeting is near, or nothing is left to do. */
export function urgencyWords(
  { texts, clock }: Pick<CaseContext, 'texts' | 'clock'>,
  { startsAt, status }: Pick<Case, 'startsAt' | 'status'>,
): string | null {
  if (startsAt === null || status === 'solved' || status === 'closed') return null;
  const at = new Date(startsAt);
  const away = at.getTime() - clock.now.getTime();
  if (away > SOON || away < -RUNNING) return null;
  const { urgency } = texts.desk;
  const when = texts.times.time(at, clock);
  if (away > NOW) return urgency.soon(when);
  return away > 0 ? urgency.now(when) : urgency.running(when);
}
