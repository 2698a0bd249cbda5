import { z } from 'zod';
import { pageAnswer } from '../pageAnswer.ts';
import { type AdmitSessionParts, admitSession } from './admitSession.ts';
import type { WebHelpdesk } from './helpdeskPort.ts';
import type { WebAnswer, WebRequest } from './webRequest.ts';

const readSchema = z.strictObject({ entry: z.string().min(1).max(120) });

export interface NoteReadParts extends AdmitSessionParts {
  readonly helpdesk?: WebHelpdesk | undefined;
}

/** Notes that the person has an answer of the desk's on their screen. */
export async function noteRead(parts: NoteReadParts, request: WebRequest): Promise<WebAnswer> {
  const session = await admitSession(parts, request);
  if (typeof session !== 'string') return session;
  const read = readSchema.safeParse(request.body).data;
  if (read === undefined) return parts.refuse('malformed');
  if (parts.helpdesk === undefined) return parts.refuse('not-found');
  await parts.helpdesk.onRead(session, read.entry);
  return pageAnswer(204);
}
