import type { Case } from '../../helpdesk/cases/case.ts';
import { decideForSystem } from '../../helpdesk/cases/decideForSystem.ts';
import type { DeskParts } from './deskParts.ts';

/** Notes of a case that somebody at the desk has it on the screen, once: then the person may be told so. */
export async function markSeen(
  { turns, rules, now, newId }: Pick<DeskParts, 'turns' | 'rules' | 'now' | 'newId'>,
  { id, isOnScreen, status }: Pick<Case, 'id' | 'isOnScreen' | 'status'>,
): Promise<void> {
  if (isOnScreen || status === 'closed') return;
  const setting = { at: now(), newId, rules };
  await turns.runUnasked({ case: id, delivery: null }, (current) => decideForSystem(current, { do: 'shown' }, setting));
}
