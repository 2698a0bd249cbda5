import type { Commit } from '../../../soak/history/replay.ts';
import { live } from '../../helpdesk/cases/history.ts';

type History = Parameters<typeof live>[0];
/** Everything that was decided in a history, as commits. */
export function commitsOf(history: History): Commit[] {
  return live(history).moments.flatMap(({ before, decision }) =>
    decision.kind === 'done' ? [{ before, next: decision.next, entries: decision.entries }] : [],
  );
}
