import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CardView, Choice } from '../../model.ts';
import { plain } from '../../richText.ts';
import { caseSubject } from '../caseSubject.ts';
import { agentName } from './agentName.ts';
import { caseButton } from './caseButton.ts';
import type { CaseContext } from './caseContext.ts';

/** Somebody's own cases, a row each, newest first. `hasMore`: there are older ones, too. */
export function requestsView(
  context: CaseContext,
  cases: readonly Case[],
  { hasMore = false }: { readonly hasMore?: boolean } = {},
): CardView {
  const { list, actions } = context.texts.requests;
  const choices = cases.map((each) => row(context, each));
  return {
    title: list.title,
    blocks:
      choices.length > 0
        ? [{ kind: 'choices', label: hasMore ? list.chooseNewest : list.choose, choices }]
        : [{ kind: 'text', text: plain(list.none) }],
    actions: [caseButton(actions.keepTrying, { verb: 'my-go-on' })],
    standing: [],
    more: [],
  };
}

function row(context: CaseContext, current: Case): Choice {
  const { texts, clock } = context;
  const { list } = texts.requests;
  const opened = list.opened(texts.times.moment(new Date(current.openedAt), clock));
  return {
    label: `${current.id}: ${caseSubject(context, current)}`,
    detail: `${stateOf(context, current)}, ${opened}`,
    action: { verb: 'my-request', case: current.id },
    words: [],
  };
}

function stateOf({ texts }: CaseContext, current: Case): string {
  const { states } = texts.requests.list;
  return current.status === 'claimed' ? states.claimed(agentName(texts, current)) : states[current.status];
}
