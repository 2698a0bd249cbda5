import { fileAnswer } from '../fileAnswer.ts';
import type { FileSink, FileSource } from '../filePorts.ts';
import { type PageAnswer, pageAnswer } from '../pageAnswer.ts';
import { receiveFile } from '../receiveFile.ts';
import { refuseFile } from '../refuseFile.ts';
import type { UploadLimit } from '../uploadLimit.ts';
import { withJson } from '../withJson.ts';
import type { DeskActor, DeskPort } from './deskPort.ts';
import type { DeskRequest, DeskUpload } from './deskRequest.ts';
import { changeDesk, type DeskVisitParts, visitDesk } from './deskVisit.ts';
import { mayOpen } from './mayOpen.ts';

/** Longest name that is looked at, in characters; a file system has at most 255. */
const NAME_LIMIT = 1_000;

export interface DeskFilesParts extends DeskVisitParts {
  readonly port: DeskPort;
  readonly files: FileSink & FileSource;
  /** Whose case it is, as people are written; null where there is none. */
  readonly personOf: (caseId: string) => Promise<string | null>;
  readonly uploads: UploadLimit;
  readonly newId: () => string;
}

/** Hands out a file of a case that this agent may see. */
export async function giveDeskFile(parts: DeskFilesParts, request: DeskRequest): Promise<PageAnswer> {
  const visit = await visitDesk(parts, request);
  if (visit.kind === 'refused') return visit.answer;
  const id = request.query.get('id') ?? '';
  const file = /^[\w-]{1,120}$/.test(id) ? await parts.files.facts(id) : null;
  // What goes with no case is nobody's but the person's who sent it.
  if (!file?.case || !(await maySee(parts, visit.actor, file.case))) return parts.refuse('not-found');
  return fileAnswer(file, parts.files.read(id));
}

/** Keeps a file that an agent sends, and sends it to the person whose case it is. */
export async function takeDeskFile(parts: DeskFilesParts, request: DeskUpload): Promise<PageAnswer> {
  const visit = await changeDesk(parts, request);
  if (visit.kind === 'refused') return visit.answer;
  const { query } = request;
  const [caseId, name] = [query.get('case') ?? '', query.get('name') ?? ''];
  // Given by the page, the same each time that it sends this file.
  const delivery = query.get('id') ?? `file-${parts.newId()}`;
  if (caseId === '' || name.length > NAME_LIMIT || !/^[\w-]{1,64}$/.test(delivery)) return parts.refuse('malformed');
  const person = (await maySee(parts, visit.actor, caseId)) ? await parts.personOf(caseId) : null;
  if (person === null) return parts.refuse('not-found');
  const room = parts.uploads.take(visit.hash, request.remoteAddress);
  if (room.kind === 'none') return parts.refuse('too-many-files', room.wait);
  try {
    const owner = { case: caseId, person, from: 'desk' } as const;
    const received = await receiveFile(parts, { name, bytes: request.bytes }, owner);
    if (received.kind === 'refused') return refuseFile(parts.refuse, received);
    const { id, name: cleaned, type, size } = received.file;
    const deed = { actor: visit.actor, delivery, case: caseId, file: { id, name: cleaned, type, size } };
    const answer = await parts.port.sendFile(deed);
    // It goes with nothing, so nothing of it stays.
    if (answer.refused) await received.discard();
    return withJson(pageAnswer(200), answer);
  } finally {
    room.giveBack();
  }
}

async function maySee({ port }: DeskFilesParts, actor: DeskActor, caseId: string): Promise<boolean> {
  return mayOpen(actor, caseId) && port.maySee(actor, caseId);
}
