import { z } from 'zod';
import { addressKey } from '../addressKey.ts';
import { hashSecret } from '../hashSecret.ts';
import { isOwnOrigin } from '../isOwnOrigin.ts';
import type { MinuteLimit } from '../minuteLimit.ts';
import { type PageAnswer, pageAnswer } from '../pageAnswer.ts';
import { plainLine } from '../plainLine.ts';
import { withJson } from '../withJson.ts';
import type { DeskPort } from './deskPort.ts';
import type { DeskRequest } from './deskRequest.ts';
import type { DeskSession } from './deskSessions.ts';
import type { DeskTokens } from './deskTokens.ts';
import type { DeskVisitParts } from './deskVisit.ts';
import type { CaseLinkSigner } from './signCaseLink.ts';
import { signedIn } from './signedIn.ts';

/** How long a session lasts at most, in milliseconds: a working day. One by a link ends when the link does. */
export const DESK_SESSION_LASTS = 8 * 60 * 60 * 1000;

/** Longest name, in characters: it stands in front of each answer. */
const NAME_LIMIT = 60;

const wishSchema = z
  .strictObject({
    token: z.string().min(1).max(1_000).optional(),
    link: z.string().min(1).max(2_000).optional(),
    name: z.string().max(1_000),
  })
  .refine(({ token, link }) => (token === undefined) !== (link === undefined));

type Wish = z.infer<typeof wishSchema>;

export interface OpenDeskParts extends DeskVisitParts {
  readonly tokens: DeskTokens;
  readonly links: Pick<CaseLinkSigner, 'verify'>;
  readonly tries: MinuteLimit;
  readonly newId: () => string;
  readonly port: Pick<DeskPort, 'maySee'>;
}

/** Lets somebody in who has a token or a signed link, under the name that they choose. */
export async function openDesk(parts: OpenDeskParts, request: DeskRequest): Promise<PageAnswer> {
  if (!isOwnOrigin(request, parts.publicUrl)) return parts.refuse('foreign-origin');
  const wait = parts.tries.take(addressKey(request.remoteAddress));
  if (wait > 0) return parts.refuse('too-many-tries', wait);
  const wish = wishSchema.safeParse(request.body).data;
  const name = plainLine(wish?.name ?? '');
  // Before the token, which may be good for one time.
  if (wish === undefined || name === '' || [...name].length > NAME_LIMIT) return parts.refuse('malformed');
  const door = doorOf(parts, wish);
  if (door === null) return parts.refuse('wrong-token');
  if (door.only !== null && !(await parts.port.maySee({ ...door, name }, door.only))) return parts.refuse('link-over');
  try {
    return await letIn(parts, request, { ...door, name });
  } catch (error) {
    parts.tokens.giveBack(wish.token ?? '');
    throw error;
  }
}

type Door = Pick<DeskSession, 'via' | 'only' | 'line' | 'expiresAt'>;

function doorOf({ clock, tokens, links }: OpenDeskParts, { token, link }: Wish): Door | null {
  const at = clock();
  const latest = new Date(at.getTime() + DESK_SESSION_LASTS);
  if (token !== undefined) return tokens.use(token) ? { via: 'page', only: null, expiresAt: latest } : null;
  const linked = links.verify(link ?? '', at);
  if (linked === null) return null;
  // The clock of the instance that made the link may be a little ahead.
  const expiresAt = linked.expires < latest ? linked.expires : latest;
  return { via: 'link', only: linked.case, line: linked.desk, expiresAt };
}

async function letIn(
  { sessions, cookie, newId }: OpenDeskParts,
  request: DeskRequest,
  who: Omit<DeskSession, 'csrf'>,
): Promise<PageAnswer> {
  const secret = newId();
  const session = { ...who, csrf: newId() };
  await sessions.create(hashSecret(secret), session);
  const former = cookie.read(request.cookie);
  if (former !== null) await sessions.end(hashSecret(former));
  return withJson(pageAnswer(200, { 'Set-Cookie': cookie.write(secret) }), signedIn(session));
}
