import type { DeskMember } from '../../../helpdesk/desk/deskPlace.ts';
import type { CaseContext } from '../requests/caseContext.ts';

/** What cards for the desk are made from. */
export interface DeskContext extends CaseContext {
  /** Opens this case alone; null without a public address. */
  readonly caseLink: string | null;
  /** Files can't be attached here, only on a page: the case's where it has a link, else the desk's. */
  readonly attachHint: boolean;
  readonly members: readonly DeskMember[];
  /** The channel has a picker for people. */
  readonly peoplePicker: boolean;
  /** A desk may be in Slack, where a message has less room. */
  readonly fitsSlack: boolean;
}
