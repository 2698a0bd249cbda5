import { FIELD_LIMIT } from '../../cards/actions.ts';
import type { PersonClick } from '../../cards/caseActions.ts';
import type { CardView } from '../../cards/model.ts';
import { plain } from '../../cards/richText.ts';
import { cannotText } from '../../cards/views/requests/cannotText.ts';
import { requestsView } from '../../cards/views/requests/requestsView.ts';
import { requestView } from '../../cards/views/requests/requestView.ts';
import { withNotice } from '../../cards/views/withNotice.ts';
import type { Case } from '../../helpdesk/cases/case.ts';
import type { Decision, PersonAction } from '../../helpdesk/cases/caseAction.ts';
import type { CaseStore } from '../../helpdesk/cases/caseStore.ts';
import { type CaseWork, createCaseWork } from '../../helpdesk/cases/caseWork.ts';
import { decideForPerson } from '../../helpdesk/cases/decideForPerson.ts';
import type { DeskRules } from '../../helpdesk/cases/deskRules.ts';
import { maskSecrets } from '../../helpdesk/cases/maskSecrets.ts';
import { openBeside } from '../../helpdesk/cases/openBeside.ts';
import type { CaseContexts } from '../cases/caseContexts.ts';
import type { Request } from './requestIn.ts';

/** What the person gets: a card about a case, the bot's own card, or nothing, since the agent hears them. */
export type Shown =
  | {
      readonly kind: 'view';
      readonly view: CardView;
      readonly card: string;
      /** The cases that have a row on it, by id. */
      readonly listed?: readonly string[];
    }
  | { readonly kind: 'go-on' }
  | { readonly kind: 'silent' };

/** What to show, and what was done to another case than the one of the conversation; null where nothing was. */
export interface RequestAnswer {
  readonly shown: Shown;
  readonly other: CaseWork | null;
}

export interface RequestParts {
  readonly cases: Pick<CaseStore, 'get' | 'ofPerson' | 'openIn'>;
  readonly rules: DeskRules;
  readonly contexts: CaseContexts;
  readonly newId: () => string;
}

/** Who asks, and which case their conversation is about. */
export interface Asking {
  readonly person: string;
  /** What is done to the case of their conversation that isn't closed, if there is one. */
  readonly work: CaseWork;
  readonly at: Date;
  /** IANA; null where the channel doesn't tell. */
  readonly timeZone: string | null;
  /** Takes what is to be said besides the answer, as `DeskTurn` has it. */
  readonly besides: string[];
}

/** How many of somebody's cases are listed; `requests.list.chooseNewest` says it, too. */
const LISTED = 10;

/** Does what somebody asks of their own cases, by the identity that their channel has verified. */
export async function answerRequest(parts: RequestParts, asking: Asking, request: Request): Promise<RequestAnswer> {
  if (request.kind === 'say') return here(say(parts, asking, request.text));
  if (request.kind === 'reopen') return reopenLast(parts, asking);
  const { action } = request;
  if (action.verb === 'my-requests') return here(await listed(parts, asking));
  if (action.verb === 'my-go-on') return here(GO_ON);
  const { current } = asking.work;
  if (current?.id === action.case) return here(await actOn(parts, asking, { work: asking.work, own: current, action }));
  const own = await parts.cases.get(action.case);
  if (own?.requester.person !== asking.person) return here(await listed(parts, asking));
  return actOnOther(parts, asking, { own, action });
}

async function actOnOther(
  parts: RequestParts,
  asking: Asking,
  { own, action }: { readonly own: Case; readonly action: OnCase },
): Promise<RequestAnswer> {
  const other = createCaseWork(own);
  return { shown: await actOn(parts, asking, { work: other, own, action }), other };
}

/** By a word that names no case: where one of theirs is open somewhere else, it is that one that is shown. */
async function reopenLast(parts: RequestParts, asking: Asking): Promise<RequestAnswer> {
  const cases = await parts.cases.ofPerson(asking.person, LISTED);
  const last = cases.reduce<Case | null>((found, each) => (found && isLater(found, each) ? found : each), null);
  if (last === null) return here(await listed(parts, asking));
  return actOnOther(parts, asking, { own: last, action: { verb: 'my-reopen', case: last.id } });
}

/** One that isn't closed is the latest. */
function isLater(one: Case, other: Case): boolean {
  return one.closed === null || (other.closed !== null && one.closed.at >= other.closed.at);
}

const GO_ON = { kind: 'go-on' } as const;

function here(shown: Shown): RequestAnswer {
  return { shown, other: null };
}

/** A text that can't be taken whole is given back: it still stands above. */
function say(parts: RequestParts, asking: Asking, text: string): Shown {
  const { current } = asking.work;
  if (current === null) return GO_ON;
  const { texts } = parts.contexts.person(asking.timeZone, asking.at);
  if (text.length > FIELD_LIMIT) {
    return shownCase(parts, asking, current, texts.notices.tooLong(text.length, FIELD_LIMIT));
  }
  const kept = maskSecrets(text);
  // The one word of the bot's while an agent hears: else the person waits for an answer to what the agent never saw.
  if (kept.masked) asking.besides.push(texts.handOver.hidden);
  const decision = asking.work.take(decide(parts, asking, current, { do: 'say', text: kept.text }));
  return decision.kind === 'done' ? { kind: 'silent' } : refused(parts, asking, current, decision);
}

async function listed(parts: RequestParts, asking: Asking): Promise<Shown> {
  const cases = await parts.cases.ofPerson(asking.person, LISTED + 1);
  const context = parts.contexts.person(asking.timeZone, asking.at);
  const newest = cases.slice(0, LISTED);
  const view = requestsView(context, newest, { hasMore: cases.length > LISTED });
  return { kind: 'view', view, card: 'requests', listed: newest.map(({ id }) => id) };
}

type OnCase = Extract<PersonClick, { readonly case: string }>;

async function actOn(
  parts: RequestParts,
  asking: Asking,
  { work, own, action }: { readonly work: CaseWork; readonly own: Case; readonly action: OnCase },
): Promise<Shown> {
  const deed = deedOf(action);
  if (deed === null) return shownCase(parts, asking, own);
  const beside = deed.do === 'reopen' ? await openBeside(parts.cases, own) : null;
  if (beside !== null) {
    const { texts } = parts.contexts.person(asking.timeZone, asking.at);
    return shownCase(parts, asking, beside, texts.requests.oneAtATime(beside.id));
  }
  const decision = work.take(decide(parts, asking, own, deed));
  if (decision.kind === 'refused' && decision.why !== 'no-change') return refused(parts, asking, own, decision);
  if (deed.do === 'hear' && deed.who === 'bot') return GO_ON;
  const { texts } = parts.contexts.person(asking.timeZone, asking.at);
  return shownCase(parts, asking, work.current ?? own, deed.do === 'stuck' ? texts.requests.stuckTold : undefined);
}

/** Null for what only looks. */
function deedOf(action: OnCase): PersonAction | null {
  switch (action.verb) {
    case 'my-withdraw':
      return { do: 'withdraw' };
    case 'my-reopen':
      return { do: 'reopen' };
    case 'my-stuck':
      return { do: 'stuck' };
    case 'my-solved':
      return { do: 'solve-self' };
    case 'my-listener':
      return { do: 'hear', who: action.who };
    case 'my-in':
      return { do: 'confirm', isIn: action.in === 'yes' };
    case 'my-request':
      return null;
  }
}

function decide({ rules, newId }: RequestParts, { at }: Asking, current: Case, action: PersonAction): Decision {
  return decideForPerson(current, action, { at, newId, rules });
}

function refused(
  parts: RequestParts,
  asking: Asking,
  current: Case,
  { why }: Extract<Decision, { kind: 'refused' }>,
): Shown {
  const { texts } = parts.contexts.person(asking.timeZone, asking.at);
  return shownCase(parts, asking, current, cannotText(texts, why));
}

function shownCase(parts: RequestParts, asking: Asking, current: Case, told?: string): Shown {
  const view = requestView(parts.contexts.person(asking.timeZone, asking.at), current);
  return { kind: 'view', view: told === undefined ? view : withNotice(view, plain(told)), card: current.id };
}
