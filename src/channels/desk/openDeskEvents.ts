import { type PageAnswer, pageAnswer } from '../pageAnswer.ts';
import type { DeskEvents } from './deskEvents.ts';
import type { DeskRequest } from './deskRequest.ts';
import { type DeskVisitParts, visitDesk } from './deskVisit.ts';

/** In seconds: how soon a page that found no room may ask again. */
const RETRY_AFTER = 10;

/** Not kept by anybody on the way, and not held back by a proxy that collects answers (the header nginx reads). */
const STREAM_HEADERS = { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' };

export interface OpenDeskEventsParts extends DeskVisitParts {
  readonly events: DeskEvents;
}

/** Opens the stream of changes. What changed in the ten seconds before it opened comes first. */
export async function openDeskEvents(parts: OpenDeskEventsParts, request: DeskRequest): Promise<PageAnswer> {
  const visit = await visitDesk(parts, request);
  if (visit.kind === 'refused') return visit.answer;
  if (!parts.events.hasRoom()) return parts.refuse('too-many-pages', RETRY_AFTER);
  const { hash, actor } = visit;
  const feed: PageAnswer['feed'] = (sink) => parts.events.open({ session: hash, only: actor.only, sink });
  return { ...pageAnswer(200, STREAM_HEADERS), feed };
}
