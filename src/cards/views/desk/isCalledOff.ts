import type { CALLED_OFF } from '../../../helpdesk/cases/answerMailEnds.ts';

/** Whether that is why a mail wasn't sent: it wasn't wanted any more, and no server was asked. */
export function isCalledOff(why: string): boolean {
  return why === ('called-off' satisfies typeof CALLED_OFF);
}
