import { randomUUID } from 'node:crypto';
import { type Activity, TurnContext } from 'botbuilder';
import { fileQueue } from '../bots/cases/caseEffects.ts';
import type { Fetched, FetchParts } from '../bots/outbox/deliverFetch.ts';
import type { FetchPayload } from '../bots/outbox/rowPayload.ts';
import type { FilesIn } from '../bots/requests/personalDesk.ts';
import { turnKeysOf } from '../bots/turnKeys.ts';
import type { FetchedFile } from '../channels/fetchedFile.ts';
import { receiveFile } from '../channels/receiveFile.ts';
import type { FetchSlackFile } from '../channels/slack/fetchSlackFile.ts';
import { slackFilesIn } from '../channels/slack/slackFiles.ts';
import type { FetchTeamsFile } from '../channels/teams/fetchTeamsFile.ts';
import { teamsFilesIn } from '../channels/teams/teamsFiles.ts';
import type { FileStore, StoredFile } from '../helpdesk/files/fileStore.ts';
import type { NewOutboxRow } from '../helpdesk/outbox.ts';

/** What a file is called that nobody has given a name. */
const NAMELESS = 'picture';

interface FoundFiles extends Pick<FilesIn, 'left'> {
  readonly files: readonly { readonly how: FetchPayload['how']; readonly url: string; readonly name: string | null }[];
}

/** The channels that only tell where the files of a message are. */
const FOUND_IN: ReadonlyMap<string, (activity: Activity) => FoundFiles> = new Map([
  ['msteams', inTeams],
  ['slack', inSlack],
]);

/** Rows by which the files of a private message are fetched after its turn: such channels only tell where they are. */
export function filesIn(activity: Activity): FilesIn {
  const isPersonal = activity.conversation.conversationType === 'personal';
  const found = isPersonal ? FOUND_IN.get(activity.channelId)?.(activity) : undefined;
  if (found === undefined) return { fetches: [], left: [] };
  const { person, conversation } = turnKeysOf(activity);
  const { activityId: _, ...reference } = TurnContext.getConversationReference(activity);
  const fetches = found.files.map(({ how, url, name }): NewOutboxRow => {
    const payload: FetchPayload = {
      ...{ kind: 'fetch-file', how, url, name: name ?? NAMELESS, person, conversation },
      serviceUrl: activity.serviceUrl,
      message: { channel: activity.channelId, reference, activity: { type: 'message' } },
    };
    return { id: randomUUID(), queue: fileQueue({ conversation }), person, payload };
  });
  return { fetches, left: found.left };
}

function inTeams(activity: Activity): FoundFiles {
  const { files, left } = teamsFilesIn(activity);
  return { files: files.map(({ kind, url, name }) => ({ how: kind, url, name })), left };
}

function inSlack(activity: Activity): FoundFiles {
  const { files, left } = slackFilesIn(activity);
  return { files: files.map((file) => ({ how: 'slack', ...file })), left };
}

/** The channels that files are fetched from, as far as there are any. */
export interface FileWays {
  readonly teams: { readonly fetchFile: FetchTeamsFile } | undefined;
  readonly slack: { readonly fetchFile: FetchSlackFile } | undefined;
}

/** Fetches such a file and keeps it, piece by piece, as it comes. */
export function fetchChatFiles(
  ways: FileWays,
  { files, now }: { readonly files: FileStore; readonly now: () => Date },
): FetchParts['fetch'] {
  return async (payload, { id, attempt }) => {
    const known = await keptBefore(files, id, attempt);
    if (known !== null) return { kind: 'kept', file: known };
    const fetched = await fetchFrom(ways, payload);
    switch (fetched.kind) {
      case 'refused':
        return { kind: 'not-kept', why: 'gone' };
      case 'not-taken':
        return { kind: 'later', outcome: fetched };
      case 'fetched': {
        const { name, person } = payload;
        return keep({ files, now, bytes: fetched.bytes, name, person, id: fileId(id, attempt) });
      }
    }
  };
}

async function fetchFrom({ teams, slack }: FileWays, payload: FetchPayload): Promise<FetchedFile> {
  const { how, url, name, serviceUrl } = payload;
  const fetched = how === 'slack' ? slack?.fetchFile({ url, name }) : teams?.fetchFile({ kind: how, url, serviceUrl });
  return fetched ?? { kind: 'not-taken', why: 'no-such-channel' };
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
