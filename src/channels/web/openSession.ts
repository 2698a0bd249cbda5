import { isOwnOrigin } from '../isOwnOrigin.ts';
import { pageAnswer } from '../pageAnswer.ts';
import { withJson } from '../withJson.ts';
import { findCaseLink } from './findCaseLink.ts';
import { findSession, type SessionLookup } from './findSession.ts';
import type { WebHelpdesk } from './helpdeskPort.ts';
import { type Opening, parseOpening } from './parseOpening.ts';
import type { Refuse } from './refuse.ts';
import type { SessionLimit } from './sessionLimit.ts';
import { openedActivity } from './webActivity.ts';
import type { WebAdapter, WebLogic } from './webAdapter.ts';
import type { WebHistory } from './webHistory.ts';
import type { WebAnswer, WebRequest } from './webRequest.ts';

/** The row that a conversation begins with, before the person has done anything. */
const GREETING = 1;

export interface OpenSessionParts extends SessionLookup {
  readonly adapter: WebAdapter;
  readonly logic: WebLogic;
  readonly history: WebHistory;
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
 * secret of a case, the session whose case it is. Where another conversation is open in that browser nothing changes
 * before the person has chosen: 409 with the case's id, `{"case": …}`.
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
  const link = await findCaseLink(parts, opening.secret);
  if (link === null) return parts.refuse('link-over');
  const isAsked = opening.instead === true;
  if (!isAsked && (await isInTheWay(parts, request, link.session)))
    return withJson(pageAnswer(409), { case: link.case });
  const at = parts.clock();
  // A case may outlive the session that it was opened in, which is forgotten when nobody has used it for long.
  if (await parts.sessions.exists(link.session)) await parts.sessions.use(link.session, at);
  else await parts.sessions.create(link.session, at);
  return opened(parts, link.session, opening);
}

/** Whether this browser has another conversation, with more in it than the greeting: opening the link would end it. */
async function isInTheWay(parts: OpenSessionParts, request: WebRequest, linked: string): Promise<boolean> {
  const own = await findSession(parts, request.cookie);
  if (own === null || own === linked) return false;
  return (await parts.history.after(own, GREETING, 1)).length > 0;
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
