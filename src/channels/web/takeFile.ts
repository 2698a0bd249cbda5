import { asCoded } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { pageAnswer } from '../pageAnswer.ts';
import { type ReceivedFile, receiveFile } from '../receiveFile.ts';
import { refuseFile } from '../refuseFile.ts';
import type { UploadLimit } from '../uploadLimit.ts';
import { type AdmitSessionParts, admitSession } from './admitSession.ts';
import type { WebHelpdesk } from './helpdeskPort.ts';
import { TOO_FAST_SECONDS } from './receiveMessage.ts';
import { fileActivity } from './webActivity.ts';
import type { WebAdapter, WebLogic } from './webAdapter.ts';
import type { WebAnswer, WebUpload } from './webRequest.ts';

/** Longest name that is looked at, in characters; a file system has at most 255. */
const NAME_LIMIT = 1_000;

/** Longest name of a time zone, as on a message. */
const ZONE_LIMIT = 64;

export interface TakeFileParts extends AdmitSessionParts {
  readonly helpdesk?: WebHelpdesk | undefined;
  readonly adapter: WebAdapter;
  readonly logic: WebLogic;
  readonly uploads: UploadLimit;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly log: Log;
}

type Kept = Extract<ReceivedFile, { readonly kind: 'kept' }>;

/** Keeps a file that the person sends, and tells the bot of it. Who it is from is said by the session alone. */
export async function takeFile(parts: TakeFileParts, request: WebUpload): Promise<WebAnswer> {
  const session = await admitSession(parts, request);
  if (typeof session !== 'string') return session;
  const { name = '', id = `file-${parts.newId()}`, zone = '' } = request;
  const isWellFormed = name.length <= NAME_LIMIT && /^[\w-]{1,64}$/.test(id) && zone.length <= ZONE_LIMIT;
  if (!isWellFormed) return parts.refuse('malformed');
  if (parts.helpdesk === undefined) return parts.refuse('not-found');
  const room = parts.uploads.take(session, request.remoteAddress);
  if (room.kind === 'none') return parts.refuse('too-many-files', room.wait);
  try {
    const owner = { case: null, person: `web:${session}`, from: 'person' } as const;
    const received = await receiveFile(
      { ...parts, files: parts.helpdesk.files },
      { name, bytes: request.bytes },
      owner,
    );
    return received.kind === 'kept'
      ? await tellBot(parts, { session, delivery: id, zone }, received)
      : refuseFile(parts.refuse, received);
  } finally {
    room.giveBack();
  }
}

/** A file of which the bot doesn't know is of no use: the page may send it again. */
async function tellBot(
  parts: TakeFileParts,
  whose: { readonly session: string; readonly delivery: string; readonly zone: string },
  { file, discard }: Kept,
): Promise<WebAnswer> {
  let isTaken = false;
  const taken = () => {
    isTaken = true;
  };
  try {
    const activity = fileActivity(file, { ...whose, at: parts.clock() });
    await parts.adapter.processActivity(activity, (context) => parts.logic(context, taken));
    return pageAnswer(204);
  } catch (err) {
    // Committed, so that it stays whatever came after.
    if (isTaken) return pageAnswer(204);
    await discard();
    if (asCoded(err).code === 'too-fast') return parts.refuse('too-fast', TOO_FAST_SECONDS);
    parts.log.error(
      { channel: 'web', conversation: whose.session, delivery: whose.delivery, err },
      'a turn with a file failed',
    );
    return pageAnswer(500);
  }
}
