import { hashSecret } from '../hashSecret.ts';
import type { WebHelpdesk } from './helpdeskPort.ts';
import { isSessionId } from './sessionId.ts';
import type { WebSessions } from './webSessions.ts';

/** How long a link is good after its case has been closed, in milliseconds: as long as the case can be reopened. */
const GOOD_AFTER_CLOSING = 14 * 24 * 60 * 60 * 1000;

/** How a person of this channel is written. */
const PERSON = 'web:';

export interface CaseLinkParts {
  readonly helpdesk?: WebHelpdesk | undefined;
  readonly sessions: WebSessions;
  readonly clock: () => Date;
}

/** The session that the secret of a case opens, in use from now on; null where the link is over, or never was one. */
export async function openCaseLink(
  { helpdesk, sessions, clock }: CaseLinkParts,
  secret: string,
): Promise<string | null> {
  const at = clock();
  const found = await helpdesk?.links.find(hashSecret(secret), new Date(at.getTime() - GOOD_AFTER_CLOSING));
  if (!found?.person.startsWith(PERSON)) return null;
  const session = found.person.slice(PERSON.length);
  if (!isSessionId(session)) return null;
  // A case may outlive the session that it was opened in, which is forgotten when nobody has used it for long.
  if (await sessions.exists(session)) await sessions.use(session, at);
  else await sessions.create(session, at);
  return session;
}
