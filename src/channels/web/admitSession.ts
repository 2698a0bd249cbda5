import { isOwnOrigin } from '../isOwnOrigin.ts';
import { findSession, type SessionLookup } from './findSession.ts';
import type { Refuse } from './refuse.ts';
import type { WebAnswer, WebRequest } from './webRequest.ts';

export interface AdmitSessionParts extends SessionLookup {
  readonly publicUrl: string | undefined;
  readonly refuse: Refuse;
}

/** Lets in what our own page asks in a session: the session, or how the request is refused. */
export async function admitSession(parts: AdmitSessionParts, request: WebRequest): Promise<string | WebAnswer> {
  if (!isOwnOrigin(request, parts.publicUrl)) return parts.refuse('foreign-origin');
  return (await findSession(parts, request.cookie)) ?? parts.refuse('no-session');
}
