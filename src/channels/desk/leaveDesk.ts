import { type PageAnswer, pageAnswer } from '../pageAnswer.ts';
import type { DeskEvents } from './deskEvents.ts';
import type { DeskRequest } from './deskRequest.ts';
import { changeDesk, type DeskVisitParts } from './deskVisit.ts';

export interface LeaveDeskParts extends DeskVisitParts {
  readonly events: DeskEvents;
}

/** Ends a session, with all that is open in it. */
export async function leaveDesk(parts: LeaveDeskParts, request: DeskRequest): Promise<PageAnswer> {
  const visit = await changeDesk(parts, request);
  if (visit.kind === 'refused') return visit.answer;
  await parts.sessions.end(visit.hash);
  parts.events.end(visit.hash);
  return pageAnswer(204, { 'Set-Cookie': parts.cookie.clear() });
}
