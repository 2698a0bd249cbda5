import { hashSecret } from '../hashSecret.ts';
import type { WebHelpdesk } from './helpdeskPort.ts';
import { isSessionId } from './sessionId.ts';

/** How a person of this channel is written. */
const PERSON = 'web:';

export interface CaseLinkParts {
  readonly helpdesk?: WebHelpdesk | undefined;
}

/** What a link leads to. */
export interface LinkedSession {
  readonly session: string;
  readonly case: string;
}

/** Where the secret of a case leads; null where the link is over, or never was one. Changes nothing. */
export async function findCaseLink({ helpdesk }: CaseLinkParts, secret: string): Promise<LinkedSession | null> {
  const found = await helpdesk?.links.find(hashSecret(secret));
  if (!found?.person.startsWith(PERSON)) return null;
  const session = found.person.slice(PERSON.length);
  return isSessionId(session) ? { session, case: found.case } : null;
}
