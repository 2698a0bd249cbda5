import type { Activity } from 'botbuilder';
import type { Texts } from '../../cards/text/en.ts';
import type { CaseStore } from '../../helpdesk/cases/caseStore.ts';
import type { DeskRules } from '../../helpdesk/cases/deskRules.ts';
import type { FileStore } from '../../helpdesk/files/fileStore.ts';
import type { NewOutboxRow } from '../../helpdesk/outbox.ts';
import type { CaseContexts } from '../cases/caseContexts.ts';
import type { CaseEffects } from '../cases/caseEffects.ts';
import type { Unmasked } from './unmasked.ts';

/** What came with a message besides its words, on a channel that only tells where files are. */
export interface FilesIn {
  /** Rows by which they are fetched. */
  readonly fetches: readonly NewOutboxRow[];
  /** Why some of it isn't: of a `kind` that can't be had, or a larger `number` than is taken of one message. */
  readonly left: readonly ('kind' | 'number')[];
}

/** The helpdesk, as private turns know it. */
export interface PersonalDesk {
  /** Whether there is a desk that a case can be sent to: in a channel, or on its page. */
  isThere(): boolean;
  readonly cases: Pick<CaseStore, 'get' | 'ofPerson' | 'openIn'>;
  readonly files: Pick<FileStore, 'loose'>;
  readonly filesIn: (activity: Activity) => FilesIn;
  readonly rules: DeskRules;
  readonly contexts: CaseContexts;
  readonly effects: CaseEffects;
  readonly texts: Texts;
  /** Random. */
  readonly newId: () => string;
  readonly newCaseId: () => string;
  readonly unmasked: Unmasked;
  /** Whether a text has the form of an address that mails can be sent to. */
  readonly isMailAddress: (text: string) => boolean;
}
