import type { Case } from '../../../helpdesk/cases/case.ts';
import type { Block, CardView, SubmitAction } from '../../model.ts';
import { plain } from '../../richText.ts';
import type { DeskContext } from './deskContext.ts';
import { personName } from './personName.ts';

/** A small card about one case: which one, then what it is for. */
export function formView(
  { texts }: DeskContext,
  current: Case,
  { title, blocks, actions = [] }: { title: string; blocks: readonly Block[]; actions?: readonly SubmitAction[] },
): CardView {
  const about = texts.desk.forms.about(current.id, personName(texts, current));
  return {
    title,
    blocks: [{ kind: 'text', tone: 'quiet', text: plain(about) }, ...blocks],
    actions,
    standing: [],
    more: [],
  };
}
