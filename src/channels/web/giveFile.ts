import { fileAnswer } from '../fileAnswer.ts';
import { findSession, type SessionLookup } from './findSession.ts';
import type { WebHelpdesk } from './helpdeskPort.ts';
import type { Refuse } from './refuse.ts';
import type { WebAnswer, WebRequest } from './webRequest.ts';

export interface GiveFileParts extends SessionLookup {
  readonly helpdesk?: WebHelpdesk | undefined;
  readonly refuse: Refuse;
}

/** Hands a file to the person whose case it is; to anybody else there is none. */
export async function giveFile(parts: GiveFileParts, request: WebRequest, id: string): Promise<WebAnswer> {
  const session = await findSession(parts, request.cookie);
  if (session === null) return parts.refuse('no-session');
  const file = /^[\w-]{1,120}$/.test(id) ? await parts.helpdesk?.files.facts(id) : null;
  if (!file || file.person !== `web:${session}` || !parts.helpdesk) return parts.refuse('not-found');
  return fileAnswer(file, parts.helpdesk.files.read(id));
}
