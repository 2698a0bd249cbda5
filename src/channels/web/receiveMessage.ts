import { asCoded } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { ANSWER_WITHIN, answerInTime } from '../answerInTime.ts';
import { isOwnOrigin } from '../isOwnOrigin.ts';
import { pageAnswer } from '../pageAnswer.ts';
import { findSession, type SessionLookup } from './findSession.ts';
import { parseWebMessage } from './parseWebMessage.ts';
import type { Refuse } from './refuse.ts';
import { messageActivity } from './webActivity.ts';
import type { WebAdapter, WebLogic } from './webAdapter.ts';
import type { WebAnswer, WebRequest } from './webRequest.ts';

export interface ReceiveMessageParts extends SessionLookup {
  readonly adapter: WebAdapter;
  readonly logic: WebLogic;
  readonly publicUrl: string | undefined;
  readonly clock: () => Date;
  readonly log: Log;
  readonly refuse: Refuse;
  /** How long a message waits for its session and its turn together, in milliseconds; default 10,000. */
  readonly answerWithin?: number;
}

/** When the page may send again what came too fast: by then a few turns may run again. */
export const TOO_FAST_SECONDS = 5;

/** When it may send again a message whose turn takes too long, in seconds: the turn goes on meanwhile. */
const SLOW_SECONDS = 3;

/**
 * Takes one message and answers when its turn is done, or has taken too long; a turn that failed is logged and may be
 * sent again.
 */
export async function receiveMessage(parts: ReceiveMessageParts, request: WebRequest): Promise<WebAnswer> {
  if (!isOwnOrigin(request, parts.publicUrl)) return parts.refuse('foreign-origin');
  // The page waits for its session to be found, too: while the database is away that alone takes seconds.
  const answer = await answerInTime((taken) => runMessage(parts, request, taken), {
    within: parts.answerWithin ?? ANSWER_WITHIN,
    onLateFault: (err) => parts.log.error({ channel: 'web', err }, 'a slow message failed'),
  });
  if (answer.kind === 'done') return answer.value;
  // The page sends it again under the same id, and gets its answer then at the latest.
  return answer.taken ? pageAnswer(204) : pageAnswer(503, { 'Retry-After': String(SLOW_SECONDS) });
}

async function runMessage(parts: ReceiveMessageParts, request: WebRequest, taken: () => void): Promise<WebAnswer> {
  const session = await findSession(parts, request.cookie);
  if (session === null) return parts.refuse('no-session');
  const message = parseWebMessage(request.body);
  if (message === null) return parts.refuse('malformed');
  const activity = messageActivity(message, { session, at: parts.clock() });
  try {
    await parts.adapter.processActivity(activity, (context) => parts.logic(context, taken));
    return pageAnswer(204);
  } catch (err) {
    if (asCoded(err).code === 'too-fast') return parts.refuse('too-fast', TOO_FAST_SECONDS);
    parts.log.error({ channel: 'web', conversation: session, delivery: message.id, err }, 'a turn failed');
    return pageAnswer(500);
  }
}
