import { FIELD_LIMIT } from '../../cards/actions.ts';
import type { DeskClick } from '../../cards/caseActions.ts';
import { cleanText } from '../../cards/cleanText.ts';
import { diagnosedView } from '../../cards/views/desk/diagnosedView.ts';
import { personName } from '../../cards/views/desk/personName.ts';
import { refusedText } from '../../cards/views/requests/refusedText.ts';
import type { Case } from '../../helpdesk/cases/case.ts';
import type { AgentAction, Decision } from '../../helpdesk/cases/caseAction.ts';
import { decideForAgent } from '../../helpdesk/cases/decideForAgent.ts';
import { openBeside } from '../../helpdesk/cases/openBeside.ts';
import { MEMBERS_SEARCHED } from '../../helpdesk/desk/membersSearched.ts';
import type { CaseTurnResult } from '../cases/caseTurns.ts';
import { agentActionOf } from './agentActionOf.ts';
import type { DeskDeed, DeskReply } from './deskDeeds.ts';
import type { DeskParts } from './deskParts.ts';
import type { DeskWords } from './deskWords.ts';
import { mayTouch } from './mayTouch.ts';

/** A click that does something to a case, rather than only look. */
type CaseClick = Exclude<DeskClick, { readonly verb: 'desk-cases' | 'desk-stats' | 'desk-show' | 'desk-form' }>;

/** What is to be done to which case. */
export interface OnCase {
  readonly id: string;
  readonly action: CaseClick | Extract<DeskWords, { kind: 'assign' | 'reply' | 'note' }>;
}

/** Does it, if it is this agent's to do, in a turn of its own; says what came of it. */
export async function actOnCase(parts: DeskParts, deed: DeskDeed, { id, action }: OnCase): Promise<DeskReply> {
  const { texts } = parts;
  const found = await parts.cases.get(id);
  if (found === null || !mayTouch(deed, found)) return { kind: 'refused', said: texts.desk.noSuchCase };
  const members = isAssignment(action) ? await parts.members.list(MEMBERS_SEARCHED) : [];
  const meant = agentActionOf(parts, { current: found, action, members });
  if (meant.kind === 'unclear') return { kind: 'refused', said: meant.said };
  const fault = faultOf(parts, meant.action);
  if (fault !== null) return { kind: 'refused', said: fault };
  const setting = { at: parts.now(), newId: parts.newId, rules: parts.rules };
  const beside: { open: Case | null } = { open: null };
  const result = await parts.turns.run({ case: id, person: deed.person, delivery: deed.delivery }, async (current) => {
    // Asked again of the case as it is by then: it may have gone to another line.
    if (!mayTouch(deed, current)) return NOTHING;
    beside.open = meant.action.do === 'reopen' ? await openBeside(parts.cases, current) : null;
    return beside.open === null ? decideForAgent(current, meant.action, deed.agent, setting) : NOTHING;
  });
  if (beside.open === null) return replyTo(parts, meant.action, result);
  return { kind: 'refused', said: texts.desk.otherIsOpen(personName(texts, found), beside.open.id) };
}

const NOTHING: Decision = { kind: 'refused', why: 'no-change', holder: null };

/** What names a colleague; nothing else does. */
function isAssignment(action: OnCase['action']): boolean {
  return 'verb' in action ? action.verb === 'desk-assign' : action.kind === 'assign';
}

/** Texts are taken whole or not at all. */
function faultOf({ texts }: DeskParts, action: AgentAction): string | null {
  if (!('text' in action)) return null;
  if (cleanText(action.text).trim() === '') return texts.desk.nothingWritten;
  return action.text.length > FIELD_LIMIT ? texts.notices.fieldTooLong(action.text.length, FIELD_LIMIT) : null;
}

function replyTo(parts: DeskParts, action: AgentAction, result: CaseTurnResult): DeskReply {
  const { texts } = parts;
  switch (result.kind) {
    case 'gone':
      return { kind: 'refused', said: texts.desk.noSuchCase };
    case 'too-fast':
      return { kind: 'refused', said: texts.notices.tooFast };
    case 'repeat':
      return done(parts, action, result.current);
    case 'decided':
      return result.decision.kind === 'refused'
        ? { kind: 'refused', said: refusedText(texts, result.decision.why, result.decision.holder) }
        : done(parts, action, result.current);
  }
}

function done(parts: DeskParts, action: AgentAction, current: Case): DeskReply {
  const { texts } = parts;
  if (action.do === 'note') return { kind: 'noted', said: texts.desk.noted };
  if (action.do === 'diagnose') {
    const view = diagnosedView(parts.contexts.of(current, parts.now()), current);
    return { kind: 'view', view, card: current.id, show: null };
  }
  const isUnasked = action.do === 'solve' && current.isUnreachable;
  return { kind: 'done', said: isUnasked ? texts.desk.solvedUnasked : texts.desk.done[action.do], show: null };
}
