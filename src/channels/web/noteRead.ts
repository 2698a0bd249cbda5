import { z } from 'zod';
import type { MinuteLimit } from '../minuteLimit.ts';
import { pageAnswer } from '../pageAnswer.ts';
import { type AdmitSessionParts, admitSession } from './admitSession.ts';
import type { WebHelpdesk } from './helpdeskPort.ts';
import type { WebAnswer, WebRequest } from './webRequest.ts';

const readSchema = z.strictObject({ entry: z.string().min(1).max(120) });

export interface NoteReadParts extends AdmitSessionParts {
  readonly helpdesk?: WebHelpdesk | undefined;
  /** Answers that a session may tell to be read. */
  readonly reads: MinuteLimit;
}

/** Notes that the person has an answer of the desk's on their screen. */
export async function noteRead(parts: NoteReadParts, request: WebRequest): Promise<WebAnswer> {
  const session = await admitSession(parts, request);
  if (typeof session !== 'string') return session;
  const read = readSchema.safeParse(request.body).data;
  if (read === undefined) return parts.refuse('malformed');
  const wait = parts.reads.take(session);
  if (wait > 0) return parts.refuse('too-many-reads', wait);
  if (parts.helpdesk === undefined) return parts.refuse('not-found');
  await parts.helpdesk.onRead(session, read.entry);
  return pageAnswer(204);
}
