import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CaseEntry } from '../../../helpdesk/cases/caseEntry.ts';
import type { Block, CardView } from '../../model.ts';
import type { CaseContext } from '../requests/caseContext.ts';
import { stillView } from './stillView.ts';

/** What is on a page: a case, and what has happened to it. */
interface OnPage {
  readonly current: Case;
  readonly trail: readonly CaseEntry[];
}

/**
 * A case’s card for whoever has it: while they are asked whether they are still on it, that and its buttons come first.
 * A page has no thread that the question could be posted in.
 */
export function withStill(context: CaseContext, { current, trail }: OnPage, view: CardView): CardView {
  const asked = trail.map(({ event }) => event).findLast((event) => event.kind === 'asked-still');
  if (current.claim?.isAsked !== true || asked === undefined) return view;
  const { blocks, actions } = stillView(context, current, asked.until);
  const question = blocks.map(
    (block): Block => (block.kind === 'text' ? { kind: 'notice', tone: 'info', text: block.text } : block),
  );
  return { ...view, blocks: [...question, ...view.blocks], actions: [...actions, ...view.actions] };
}
