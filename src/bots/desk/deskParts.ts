import type { Texts } from '../../cards/text/en.ts';
import type { CaseStore } from '../../helpdesk/cases/caseStore.ts';
import type { DeskRules } from '../../helpdesk/cases/deskRules.ts';
import type { DeskMembers } from '../../helpdesk/desk/deskPlace.ts';
import type { FileStore } from '../../helpdesk/files/fileStore.ts';
import type { Pack } from '../../knowledge/index.ts';
import type { CaseTurns } from '../cases/caseTurns.ts';
import type { DeskContexts } from './deskContexts.ts';

/** What acting at the desk takes, wherever that is done. */
export interface DeskParts {
  readonly pack: Pack;
  readonly texts: Texts;
  readonly turns: CaseTurns;
  readonly cases: CaseStore;
  readonly files: Pick<FileStore, 'ofCase'>;
  readonly members: DeskMembers;
  readonly rules: DeskRules;
  /** Whether a file can be given to people in Teams: by a link, for which there has to be a public address. */
  readonly canShareFiles: boolean;
  readonly contexts: DeskContexts;
  readonly now: () => Date;
  readonly newId: () => string;
}
