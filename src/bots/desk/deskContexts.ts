import type { DeskContext } from '../../cards/views/desk/deskContext.ts';
import type { Case } from '../../helpdesk/cases/case.ts';
import type { DeskMembers } from '../../helpdesk/desk/deskPlace.ts';
import type { CaseContexts } from '../cases/caseContexts.ts';

/** What the desk's cards are made from. */
export interface DeskContexts {
  /** For cards about no case. */
  any(at: Date): DeskContext;
  of(current: Pick<Case, 'id' | 'line'>, at: Date): DeskContext;
  /** The same with the colleagues that a case can be assigned to. */
  withMembers(current: Pick<Case, 'id' | 'line'>, at: Date): Promise<DeskContext>;
}

export interface DeskContextParts {
  readonly contexts: CaseContexts;
  readonly members: DeskMembers;
  /** The address of a case's page, signed for that case; null where nobody could open it. */
  readonly caseLink: ((current: Pick<Case, 'id' | 'line'>, at: Date) => string) | null;
  /** Whether people at the desk can be picked from the organisation: on channels that have a picker. */
  readonly peoplePicker: boolean;
  /** Whether files can only be attached elsewhere: on the case's page, or without links on the desk's. */
  readonly attachHint: boolean;
  /** Whether the cards have to fit Slack, too. */
  readonly fitsSlack: boolean;
}

/** How many colleagues a form offers: a longer list is no help, and anybody else can be assigned by a typed name. */
const OFFERED = 25;

/** Contexts for one kind of desk: a channel's, or the page's. */
export function createDeskContexts(parts: DeskContextParts): DeskContexts {
  const { contexts, members, caseLink, peoplePicker, attachHint, fitsSlack } = parts;
  const any = (at: Date): DeskContext => ({
    ...contexts.desk(at),
    ...{ caseLink: null, peoplePicker, attachHint, fitsSlack, members: [] },
  });
  const of = (current: Pick<Case, 'id' | 'line'>, at: Date): DeskContext => ({
    ...any(at),
    caseLink: caseLink?.(current, at) ?? null,
  });
  return {
    any,
    of,
    withMembers: async (current, at) => ({ ...of(current, at), members: await members.list(OFFERED) }),
  };
}
