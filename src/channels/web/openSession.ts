import { findSession, type SessionLookup } from './findSession.ts';
import { isOwnOrigin } from './isOwnOrigin.ts';
import type { Refuse } from './refuse.ts';
import type { SessionLimit } from './sessionLimit.ts';
import { openedActivity } from './webActivity.ts';
import type { WebAdapter, WebLogic } from './webAdapter.ts';
import { webAnswer } from './webAnswer.ts';
import type { WebAnswer, WebRequest } from './webRequest.ts';

export interface OpenSessionParts extends SessionLookup {
  readonly adapter: WebAdapter;
  readonly logic: WebLogic;
  readonly limit: SessionLimit;
  readonly refuse: Refuse;
  readonly publicUrl: string | undefined;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** Runs a turn that the request doesn't wait for. */
  readonly runAside: (turn: Promise<void>) => void;
}

/**
 * Gives a session to a page that has none that we know, and lengthens the one of a page that has.
 * The bot hears of every opening, so that a greeting that a crash has swallowed comes after all; it greets once.
 */
export async function openSession(parts: OpenSessionParts, request: WebRequest): Promise<WebAnswer> {
  if (!isOwnOrigin(request, parts.publicUrl)) return parts.refuse('foreign-origin');
  const known = await findSession(parts, request.cookie);
  const wait = known === null ? parts.limit.take(request.remoteAddress) : 0;
  if (wait > 0) return parts.refuse('too-many-sessions', wait);
  const at = parts.clock();
  const session = known ?? (await createSession(parts, at));
  if (known !== null) await parts.sessions.use(session, at);
  const opened = openedActivity(parts.newId(), { session, at });
  parts.runAside(parts.adapter.processActivity(opened, (context) => parts.logic(context, () => undefined)));
  return webAnswer(204, { 'Set-Cookie': parts.cookie.write(session) });
}

async function createSession({ sessions, newId }: OpenSessionParts, at: Date): Promise<string> {
  const session = newId();
  await sessions.create(session, at);
  return session;
}
