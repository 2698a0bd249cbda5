import type { Case } from '../../helpdesk/cases/case.ts';
import type { HandOver, HandOverParts } from '../../helpdesk/cases/handOver.ts';
import type { Draft, Pack } from '../../knowledge/index.ts';
import type { Texts } from '../text/en.ts';
import type { CaseContext } from './requests/caseContext.ts';

/** What every view is made from. */
export interface ViewContext {
  readonly pack: Pack;
  readonly draft: Draft;
  readonly texts: Texts;
  /** How to reach the helpdesk, in the operator's words. */
  readonly contact: string | undefined;
  /** What there is of a helpdesk behind the bot; null where cases can't be sent to anybody. */
  readonly desk: DeskSide | null;
}

/** A context in which there is a helpdesk. */
export type WithDesk = ViewContext & { readonly desk: DeskSide };

/** The helpdesk as the person meets it on the bot's own cards. */
export interface DeskSide extends Pick<CaseContext, 'clock' | 'promise' | 'rulings'> {
  /** The case of this conversation that isn't closed. */
  readonly live: Case | null;
  /** The one that has just been closed, by what the person did in the fix. */
  readonly ended: Case | null;
  readonly handOver: HandOver;
  /** What goes along with it, of what they typed in the chat and of their files that go with no case yet. */
  readonly parts: HandOverParts;
  readonly isGuest: boolean;
  /** What stands in the fields of a card comes along with a typed message. */
  readonly keepsFields: boolean;
  /** A guest whose answer waits unread is sent a mail. */
  readonly mails: boolean;
}
