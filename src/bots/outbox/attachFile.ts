import { decideForPerson } from '../../helpdesk/cases/decideForPerson.ts';
import type { DecisionSetting } from '../../helpdesk/cases/decisionSetting.ts';
import type { StoredFile } from '../../helpdesk/files/fileStore.ts';
import type { CaseTurns } from '../cases/caseTurns.ts';

export interface AttachParts {
  readonly turns: Pick<CaseTurns, 'runUnasked'>;
  readonly setting: () => DecisionSetting;
}

/** Puts a person's file on their case, once, however often it is done. On a closed case it isn't put. */
export async function attachFile({ turns, setting }: AttachParts, id: string, file: StoredFile): Promise<void> {
  await turns.runUnasked({ case: id, delivery: `file:${file.id}`, files: [file.id] }, (current) =>
    decideForPerson(current, { do: 'attach', file }, setting()),
  );
}
