import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CardView } from '../../model.ts';
import { plain } from '../../richText.ts';
import { caseButton } from './caseButton.ts';
import type { CaseContext } from './caseContext.ts';
import { requestRow } from './requestRow.ts';

/** Somebody's own cases, a row each, newest first. `hasMore`: there are older ones, too. */
export function requestsView(
  context: CaseContext,
  cases: readonly Case[],
  { hasMore = false }: { readonly hasMore?: boolean } = {},
): CardView {
  const { list, actions } = context.texts.requests;
  const choices = cases.map((each) => requestRow(context, each));
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
