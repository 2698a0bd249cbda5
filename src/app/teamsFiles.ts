import { randomUUID } from 'node:crypto';
import { type Activity, TurnContext } from 'botbuilder';
import { fileQueue } from '../bots/cases/caseEffects.ts';
import type { Fetched, FetchParts } from '../bots/outbox/deliverFetch.ts';
import type { FetchPayload } from '../bots/outbox/rowPayload.ts';
import type { FilesIn } from '../bots/requests/personalDesk.ts';
import { turnKeysOf } from '../bots/turnKeys.ts';
import { receiveFile } from '../channels/receiveFile.ts';
import type { TeamsChannel } from '../channels/teams/teamsChannel.ts';
import { teamsFilesIn } from '../channels/teams/teamsFiles.ts';
import type { FileStore, StoredFile } from '../helpdesk/files/fileStore.ts';
import type { NewOutboxRow } from '../helpdesk/outbox.ts';

/** What a file is called that nobody has given a name. */
const NAMELESS = 'picture';

const NONE: FilesIn = { fetches: [], left: [] };

/** Rows by which the files of a private message are fetched after its turn: Teams only tells where they are. */
export function filesIn(activity: Activity): FilesIn {
  if (activity.channelId !== 'msteams' || activity.conversation.conversationType !== 'personal') return NONE;
  const { person, conversation } = turnKeysOf(activity);
  const { activityId: _, ...reference } = TurnContext.getConversationReference(activity);
  const { files, left } = teamsFilesIn(activity);
  const fetches = files.map(({ kind, url, name }): NewOutboxRow => {
    const payload: FetchPayload = {
      ...{ kind: 'fetch-file', how: kind, url, name: name ?? NAMELESS, person, conversation },
      serviceUrl: activity.serviceUrl,
      message: { channel: activity.channelId, reference, activity: { type: 'message' } },
    };
    return { id: randomUUID(), queue: fileQueue({ conversation }), person, payload };
  });
  return { fetches, left };
}

/** Fetches such a file and keeps it, piece by piece, as it comes. */
export function fetchTeamsFiles(
  teams: Pick<TeamsChannel, 'fetchFile'> | undefined,
  { files, now }: { readonly files: FileStore; readonly now: () => Date },
): FetchParts['fetch'] {
  return async ({ how, url, serviceUrl, name, person }, { id, attempt }) => {
    const known = await keptBefore(files, id, attempt);
    if (known !== null) return { kind: 'kept', file: known };
    if (teams === undefined) return { kind: 'later', outcome: { kind: 'not-taken', why: 'no-such-channel' } };
    const fetched = await teams.fetchFile({ kind: how, url, serviceUrl });
    switch (fetched.kind) {
      case 'refused':
        return { kind: 'not-kept', why: 'gone' };
      case 'not-taken':
        return { kind: 'later', outcome: fetched };
      case 'fetched':
        return keep({ files, now, bytes: fetched.bytes, name, person, id: fileId(id, attempt) });
    }
  };
}

/** Of each attempt another, so that what an attempt has left unfinished stands in nobody's way. */
function fileId(row: string, attempt: number): string {
  return `${row}-${attempt}`;
}

/** What an earlier attempt has kept, before its process ended: the same file isn't kept twice. */
async function keptBefore(files: FileStore, row: string, attempt: number): Promise<StoredFile | null> {
  for (let earlier = attempt - 1; earlier > 0; earlier--) {
    const found = await files.facts(fileId(row, earlier));
    if (found !== null) return found;
  }
  return null;
}

async function keep({
  files,
  now,
  bytes,
  name,
  person,
  id,
}: {
  readonly files: FileStore;
  readonly now: () => Date;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly name: string;
  readonly person: string;
  readonly id: string;
}): Promise<Fetched> {
  const owner = { case: null, person, from: 'person' } as const;
  const received = await receiveFile({ files, newId: () => id, clock: now }, { name, bytes }, owner);
  if (received.kind === 'kept') return { kind: 'kept', file: received.file };
  const { why } = received;
  if (why === 'type' || why === 'empty') return { kind: 'not-kept', why };
  if (why === 'too-large') return { kind: 'not-kept', why: 'size' };
  return { kind: 'later', outcome: { kind: 'not-taken', why } };
}
