import type { Case } from '../../helpdesk/cases/case.ts';
import type { AgentAction } from '../../helpdesk/cases/caseAction.ts';
import type { DeskMember } from '../../helpdesk/desk/deskPlace.ts';
import { plainName } from '../plainName.ts';
import type { OnCase } from './actOnCase.ts';
import type { DeskParts } from './deskParts.ts';
import { diagnosedDraft } from './diagnosedDraft.ts';

/** What an agent means, as the case takes it; or what to tell them. */
export type Meant =
  | { readonly kind: 'action'; readonly action: AgentAction }
  | { readonly kind: 'unclear'; readonly said: string };

const SIMPLE = {
  'desk-claim': 'claim',
  'desk-release': 'release',
  'desk-calling': 'calling',
  'desk-still': 'still',
  'desk-reopen': 'reopen',
  'desk-escalate': 'escalate',
} as const;

/** Reads a click or a typed command about a case. */
export function agentActionOf(
  parts: DeskParts,
  { current, action, members }: Pick<OnCase, 'action'> & { current: Case; members: readonly DeskMember[] },
): Meant {
  if (isTyped(action)) {
    if (action.kind === 'assign') {
      const { name: who, orNote } = action;
      if (orNote !== undefined && membersCalled(members, who).length === 0) {
        return { kind: 'action', action: { do: 'note', text: orNote } };
      }
      return assignTo(parts, { members, who, unknown: parts.texts.desk.assignNobody });
    }
    return { kind: 'action', action: { do: action.kind, text: action.text } };
  }
  switch (action.verb) {
    case 'desk-claim':
    case 'desk-release':
    case 'desk-calling':
    case 'desk-still':
    case 'desk-reopen':
    case 'desk-escalate':
      return { kind: 'action', action: { do: SIMPLE[action.verb] } };
    case 'desk-reply':
      return { kind: 'action', action: { do: 'reply', text: action.text } };
    case 'desk-note':
      return { kind: 'action', action: { do: 'note', text: action.text } };
    case 'desk-ask':
      return askedOf(parts, action.question);
    case 'desk-assign':
      return assignTo(parts, { members, who: action.who, unknown: () => parts.texts.desk.noColleague });
    case 'desk-solve':
      return isCause(parts, action.cause)
        ? { kind: 'action', action: { do: 'solve', cause: action.cause } }
        : unclear(parts.texts.desk.oldCard);
    case 'desk-diagnose':
      return { kind: 'action', action: { do: 'diagnose', draft: diagnosedDraft(parts.pack, current.draft, action) } };
  }
}

function isTyped(action: OnCase['action']): action is Extract<OnCase['action'], { kind: 'assign' | 'reply' | 'note' }> {
  return !('verb' in action);
}

function unclear(said: string): Meant {
  return { kind: 'unclear', said };
}

/** One of the pack's ready-made ones. An earlier version counted them: which one a number means nobody can tell. */
function askedOf({ pack, texts }: DeskParts, question: string | number): Meant {
  if (typeof question === 'number') return unclear(texts.desk.oldCard);
  const text = pack.asks.find((each) => each === question);
  return text === undefined ? unclear(texts.desk.askChanged) : { kind: 'action', action: { do: 'ask', text } };
}

/** The pack's categories, or `other`. */
function isCause({ pack }: DeskParts, cause: string): boolean {
  return cause === 'other' || pack.categories.some(({ id }) => id === cause);
}

/** Those of them whom it can mean: by id, as we write it or as their channel does, or by the beginning of a name. */
function membersCalled(members: readonly DeskMember[], who: string): readonly DeskMember[] {
  const wanted = who.trim().toLowerCase();
  if (wanted === '') return [];
  const exact = members.filter(({ id, name }) =>
    [id, ...lastPart(id), name].some((each) => each.toLowerCase() === wanted),
  );
  return exact.length > 0 ? exact : members.filter(({ name }) => name.toLowerCase().startsWith(wanted));
}

/** There has to be one alone. */
function assignTo(
  { texts }: DeskParts,
  { members, who, unknown }: { members: readonly DeskMember[]; who: string; unknown: (name: string) => string },
): Meant {
  if (who.trim() === '') return unclear(texts.desk.assignWhom);
  const [found, ...others] = membersCalled(members, who);
  if (found === undefined) return unclear(unknown(plainName(who)));
  if (others.length > 0) return unclear(texts.desk.severalCalled([found, ...others].map(({ name }) => name)));
  return { kind: 'action', action: { do: 'assign', to: { id: found.id, name: found.name, via: viaOf(found) } } };
}

/** What is a channel's own in an id of ours; nothing of the page's, where it is a name. */
function lastPart(id: string): readonly string[] {
  return id.startsWith('page:') ? [] : [id.slice(id.indexOf(':', id.indexOf(':') + 1) + 1)];
}

function viaOf({ account }: DeskMember): 'desk' | 'page' {
  return account === null ? 'page' : 'desk';
}
