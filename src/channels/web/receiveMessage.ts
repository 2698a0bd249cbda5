import { asCoded } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { ANSWER_WITHIN, answerInTime } from '../answerInTime.ts';
import { findSession, type SessionLookup } from './findSession.ts';
import { isOwnOrigin } from './isOwnOrigin.ts';
import { parseWebMessage } from './parseWebMessage.ts';
import { messageActivity } from './webActivity.ts';
import type { WebAdapter, WebLogic } from './webAdapter.ts';
import { webAnswer } from './webAnswer.ts';
import type { WebAnswer, WebRequest } from './webRequest.ts';

export interface ReceiveMessageParts extends SessionLookup {
  readonly adapter: WebAdapter;
  readonly logic: WebLogic;
  readonly publicUrl: string | undefined;
  readonly clock: () => Date;
  readonly log: Log;
  /** How long a request waits for its turn, in milliseconds; default 10,000. */
  readonly answerWithin?: number;
}

/** When the page may send again what came too fast: by then a few turns may run again. */
const TOO_FAST_SECONDS = '5';

/**
 * Takes one message and answers when its turn is done, or has taken too long; a turn that failed is logged and may be
 * sent again.
 */
export async function receiveMessage(parts: ReceiveMessageParts, request: WebRequest): Promise<WebAnswer> {
  if (!isOwnOrigin(request, parts.publicUrl)) return webAnswer(403);
  const session = await findSession(parts, request.cookie);
  if (session === null) return webAnswer(401);
  const message = parseWebMessage(request.body);
  if (message === null) return webAnswer(400);
  const activity = messageActivity(message, { session, at: parts.clock() });
  try {
    const turn = await answerInTime(
      (taken) => parts.adapter.processActivity(activity, (context) => parts.logic(context, taken)),
      {
        within: parts.answerWithin ?? ANSWER_WITHIN,
        onLateFault: (err) => parts.log.error({ channel: 'web', err }, 'a slow turn failed'),
      },
    );
    // The page sends it again under the same id, and gets its answer then at the latest.
    return webAnswer(turn.kind === 'done' || turn.taken ? 204 : 503);
  } catch (err) {
    if (asCoded(err).code === 'too-fast') return webAnswer(429, { 'Retry-After': TOO_FAST_SECONDS });
    parts.log.error({ channel: 'web', conversation: session, delivery: message.id, err }, 'a turn failed');
    return webAnswer(500);
  }
}
