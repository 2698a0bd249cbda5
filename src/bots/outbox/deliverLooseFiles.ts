import type { CaseStore } from '../../helpdesk/cases/caseStore.ts';
import type { FileStore } from '../../helpdesk/files/fileStore.ts';
import type { DeliveryOutcome } from '../../helpdesk/outbox.ts';
import { type AttachParts, attachFile } from './attachFile.ts';
import type { LooseFilesPayload } from './rowPayload.ts';

export interface LooseFilesParts extends AttachParts {
  readonly cases: Pick<CaseStore, 'get'>;
  readonly files: Pick<FileStore, 'loose'>;
}

/**
 * Puts on a case what was fetched while it was being sent: the turn that sent it saw too little, and the fetch too
 * early.
 */
export async function deliverLooseFiles(
  parts: LooseFilesParts,
  { case: id, leftOut = [] }: LooseFilesPayload,
): Promise<DeliveryOutcome> {
  const current = await parts.cases.get(id);
  const loose = current === null ? [] : await parts.files.loose(current.requester.person);
  for (const file of loose.filter((each) => !leftOut.includes(each.id))) await attachFile(parts, id, file);
  return { kind: 'delivered', receipt: '' };
}
