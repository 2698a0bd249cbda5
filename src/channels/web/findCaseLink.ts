import { hashSecret } from '../hashSecret.ts';
import type { WebHelpdesk } from './helpdeskPort.ts';
import { isSessionId } from './sessionId.ts';

/** How long a link is good after its case has been closed, in milliseconds: as long as the case can be reopened. */
const GOOD_AFTER_CLOSING = 14 * 24 * 60 * 60 * 1000;

/** How a person of this channel is written. */
const PERSON = 'web:';

export interface CaseLinkParts {
  readonly helpdesk?: WebHelpdesk | undefined;
  readonly clock: () => Date;
}

/** What a link leads to. */
export interface LinkedSession {
  readonly session: string;
  readonly case: string;
}

/** Where the secret of a case leads; null where the link is over, or never was one. Changes nothing. */
export async function findCaseLink({ helpdesk, clock }: CaseLinkParts, secret: string): Promise<LinkedSession | null> {
  const closedSince = new Date(clock().getTime() - GOOD_AFTER_CLOSING);
  const found = await helpdesk?.links.find(hashSecret(secret), closedSince);
  if (!found?.person.startsWith(PERSON)) return null;
  const session = found.person.slice(PERSON.length);
  return isSessionId(session) ? { session, case: found.case } : null;
}
