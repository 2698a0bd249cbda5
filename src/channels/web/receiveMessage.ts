import type { Log } from '../../log.ts';
import { findSession, type SessionLookup } from './findSession.ts';
import { isOwnOrigin } from './isOwnOrigin.ts';
import { parseWebMessage } from './parseWebMessage.ts';
import { messageActivity } from './webActivity.ts';
import type { BotLogic, WebAdapter } from './webAdapter.ts';
import { webAnswer } from './webAnswer.ts';
import type { WebAnswer, WebRequest } from './webRequest.ts';

export interface ReceiveMessageParts extends SessionLookup {
  readonly adapter: WebAdapter;
  readonly logic: BotLogic;
  readonly publicUrl: string | undefined;
  readonly clock: () => Date;
  readonly log: Log;
}

/** Takes one message and answers when its turn is done; a turn that failed is logged and may be sent again. */
export async function receiveMessage(parts: ReceiveMessageParts, request: WebRequest): Promise<WebAnswer> {
  if (!isOwnOrigin(request, parts.publicUrl)) return webAnswer(403);
  const session = await findSession(parts, request.cookie);
  if (session === null) return webAnswer(401);
  const message = parseWebMessage(request.body);
  if (message === null) return webAnswer(400);
  const activity = messageActivity(message, { session, at: parts.clock() });
  try {
    await parts.adapter.processActivity(activity, parts.logic);
    return webAnswer(204);
  } catch (err) {
    parts.log.error({ channel: 'web', conversation: session, delivery: message.id, err }, 'a turn failed');
    return webAnswer(500);
  }
}
