import { z } from 'zod';
import type { MinuteLimit } from '../minuteLimit.ts';
import { pageAnswer } from '../pageAnswer.ts';
import { withJson } from '../withJson.ts';
import { type AdmitSessionParts, admitSession } from './admitSession.ts';
import type { WebHelpdesk } from './helpdeskPort.ts';
import type { WebAnswer, WebRequest } from './webRequest.ts';

const wishSchema = z.strictObject({ case: z.string().min(1).max(120) });

export interface LinkCaseParts extends AdmitSessionParts {
  readonly helpdesk?: WebHelpdesk | undefined;
  /** Links that a session may have made. */
  readonly links: MinuteLimit;
}

/** Makes a new link to a case of this session: `{"url": …}`. It is shown once; nobody can read it again. */
export async function linkCase(parts: LinkCaseParts, request: WebRequest): Promise<WebAnswer> {
  const session = await admitSession(parts, request);
  if (typeof session !== 'string') return session;
  const wish = wishSchema.safeParse(request.body).data;
  if (wish === undefined) return parts.refuse('malformed');
  const wait = parts.links.take(session);
  if (wait > 0) return parts.refuse('too-many-links', wait);
  const secret = (await parts.helpdesk?.mintCaseLink(session, wish.case)) ?? null;
  if (secret === null) return parts.refuse('not-found');
  const origin = parts.publicUrl ?? `http://${request.host}`;
  return withJson(pageAnswer(200), { url: `${origin}/c/${secret}` });
}
