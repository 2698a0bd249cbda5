import { type PageAnswer, pageAnswer } from '../pageAnswer.ts';
import { withJson } from '../withJson.ts';
import type { DeskPort } from './deskPort.ts';
import type { DeskRequest } from './deskRequest.ts';
import { type DeskVisit, type DeskVisitParts, type NoVisit, visitDesk } from './deskVisit.ts';
import { mayOpen } from './mayOpen.ts';
import { signedIn } from './signedIn.ts';

export interface ReadDeskParts extends DeskVisitParts {
  readonly port: DeskPort;
}

/** Who is signed in. */
export async function showSession(parts: ReadDeskParts, request: DeskRequest): Promise<PageAnswer> {
  return reading(parts, request, async ({ session }) => signedIn(session));
}

/** The cases that are open, or closed. */
export async function listCases(parts: ReadDeskParts, request: DeskRequest): Promise<PageAnswer> {
  return reading(parts, request, async ({ actor }) => {
    const which = request.query.get('which');
    if (which !== 'open' && which !== 'closed') return 'malformed';
    const cases = await parts.port.list(actor, which);
    return { cases: cases.filter(({ id }) => mayOpen(actor, id)) };
  });
}

/** One case with its trail. */
export async function showCase(parts: ReadDeskParts, request: DeskRequest): Promise<PageAnswer> {
  return reading(parts, request, async ({ actor }) => {
    const id = request.query.get('id') ?? '';
    return (mayOpen(actor, id) ? await parts.port.show(actor, id) : null) ?? 'not-found';
  });
}

async function reading(
  parts: ReadDeskParts,
  request: DeskRequest,
  read: (visit: DeskVisit) => Promise<object | 'malformed' | 'not-found'>,
): Promise<PageAnswer> {
  const visit: DeskVisit | NoVisit = await visitDesk(parts, request);
  if (visit.kind === 'refused') return visit.answer;
  const found = await read(visit);
  return typeof found === 'string' ? parts.refuse(found) : withJson(pageAnswer(200), found);
}
