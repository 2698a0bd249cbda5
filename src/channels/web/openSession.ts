import { isOwnOrigin } from '../isOwnOrigin.ts';
import { pageAnswer } from '../pageAnswer.ts';
import { findSession, type SessionLookup } from './findSession.ts';
import type { WebHelpdesk } from './helpdeskPort.ts';
import { openCaseLink } from './openCaseLink.ts';
import { type Opening, parseOpening } from './parseOpening.ts';
import type { Refuse } from './refuse.ts';
import type { SessionLimit } from './sessionLimit.ts';
import { openedActivity } from './webActivity.ts';
import type { WebAdapter, WebLogic } from './webAdapter.ts';
import type { WebAnswer, WebRequest } from './webRequest.ts';

export interface OpenSessionParts extends SessionLookup {
  readonly adapter: WebAdapter;
  readonly logic: WebLogic;
  readonly limit: SessionLimit;
  readonly refuse: Refuse;
  readonly publicUrl: string | undefined;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly helpdesk?: WebHelpdesk | undefined;
  /** Runs a turn that the request doesn't wait for. */
  readonly runAside: (turn: Promise<void>) => void;
}

/**
 * Gives a session to a page that has none that we know, and lengthens the one of a page that has; to a page with the
 * secret of a case, the session whose case it is.
 * The bot hears of every opening, so that a greeting that a crash has swallowed comes after all; it greets once.
 */
export async function openSession(parts: OpenSessionParts, request: WebRequest): Promise<WebAnswer> {
  if (!isOwnOrigin(request, parts.publicUrl)) return parts.refuse('foreign-origin');
  const opening = parseOpening(request.body);
  if (opening === null) return parts.refuse('malformed');
  return opening.secret === undefined
    ? openOwn(parts, request, opening)
    : openByLink(parts, request, { ...opening, secret: opening.secret });
}

async function openOwn(parts: OpenSessionParts, request: WebRequest, opening: Opening): Promise<WebAnswer> {
  const known = await findSession(parts, request.cookie);
  const wait = known === null ? parts.limit.take(request.remoteAddress) : 0;
  if (wait > 0) return parts.refuse('too-many-sessions', wait);
  const at = parts.clock();
  const session = known ?? (await createSession(parts, at));
  if (known !== null) await parts.sessions.use(session, at);
  return opened(parts, session, opening);
}

/** Guessing a secret is hopeless; the limit is there so that it isn't tried at our cost. */
async function openByLink(
  parts: OpenSessionParts,
  request: WebRequest,
  opening: Opening & { readonly secret: string },
): Promise<WebAnswer> {
  const wait = parts.limit.take(request.remoteAddress);
  if (wait > 0) return parts.refuse('too-many-sessions', wait);
  const session = await openCaseLink(parts, opening.secret);
  return session === null ? parts.refuse('link-over') : opened(parts, session, opening);
}

function opened(parts: OpenSessionParts, session: string, { zone }: Opening): WebAnswer {
  const activity = openedActivity(parts.newId(), { session, at: parts.clock(), zone });
  parts.runAside(parts.adapter.processActivity(activity, (context) => parts.logic(context, () => undefined)));
  return pageAnswer(204, { 'Set-Cookie': parts.cookie.write(session) });
}

async function createSession({ sessions, newId }: OpenSessionParts, at: Date): Promise<string> {
  const session = newId();
  await sessions.create(session, at);
  return session;
}
