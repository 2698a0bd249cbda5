import { hashSecret } from '../hashSecret.ts';
import { isOwnOrigin } from '../isOwnOrigin.ts';
import { isSameSecret } from '../isSameSecret.ts';
import type { PageAnswer } from '../pageAnswer.ts';
import type { SecretCookie } from '../secretCookie.ts';
import type { DeskActor } from './deskPort.ts';
import type { DeskRequest } from './deskRequest.ts';
import type { DeskSession, DeskSessions } from './deskSessions.ts';
import type { RefuseAtDesk } from './refuseAtDesk.ts';

/** Somebody at the desk page, as their session says. */
export interface DeskVisit {
  readonly kind: 'visit';
  /** Of what their cookie holds. */
  readonly hash: string;
  readonly session: DeskSession;
  readonly actor: DeskActor;
}

/** Not let in. */
export interface NoVisit {
  readonly kind: 'refused';
  readonly answer: PageAnswer;
}

export interface DeskVisitParts {
  readonly cookie: SecretCookie;
  readonly sessions: DeskSessions;
  readonly publicUrl: string | undefined;
  readonly clock: () => Date;
  readonly refuse: RefuseAtDesk;
}

/** Lets in whoever has a session, to read. */
export async function visitDesk(parts: DeskVisitParts, request: DeskRequest): Promise<DeskVisit | NoVisit> {
  const secret = parts.cookie.read(request.cookie);
  if (secret === null) return refused(parts, 'no-session');
  const hash = hashSecret(secret);
  const session = await parts.sessions.get(hash, parts.clock());
  if (session === null) return refused(parts, 'no-session');
  const { name, via, only, line } = session;
  return { kind: 'visit', hash, session, actor: { name, via, only, ...(line !== undefined && { line }) } };
}

/** Lets in what our own page asks in a session, to change something: another site knows no token of it. */
export async function changeDesk(parts: DeskVisitParts, request: DeskRequest): Promise<DeskVisit | NoVisit> {
  if (!isOwnOrigin(request, parts.publicUrl)) return refused(parts, 'foreign-origin');
  const visit = await visitDesk(parts, request);
  if (visit.kind === 'refused' || isSameSecret(request.csrf ?? '', visit.session.csrf)) return visit;
  return refused(parts, 'no-csrf-token');
}

function refused({ refuse }: DeskVisitParts, why: Parameters<RefuseAtDesk>[0]): NoVisit {
  return { kind: 'refused', answer: refuse(why) };
}
