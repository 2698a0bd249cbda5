import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CardView, Choice } from '../../model.ts';
import { plain } from '../../richText.ts';
import { caseButton } from '../requests/caseButton.ts';
import type { CaseContext } from '../requests/caseContext.ts';
import { caseLine } from './caseLine.ts';

/** A list of cases in the order given, a row each. */
export function casesView(context: CaseContext, cases: readonly Case[], which: 'open' | 'closed'): CardView {
  const { cases: words, actions } = context.texts.desk;
  const choices = cases.map((each) => row(context, each));
  const other = which === 'open' ? 'closed' : 'open';
  return {
    title: words.titles[which],
    blocks: [
      choices.length > 0
        ? { kind: 'choices', label: words.label, choices }
        : { kind: 'text', text: plain(words.none[which]) },
    ],
    actions: [
      caseButton(other === 'open' ? actions.openCases : actions.closedCases, { verb: 'desk-cases', which: other }),
      caseButton(actions.stats, { verb: 'desk-stats' }),
    ],
    standing: [],
    more: [],
  };
}

function row(context: CaseContext, current: Case): Choice {
  const { id, title, who, state, urgency } = caseLine(context, current);
  return {
    label: `${id}: ${title}`,
    detail: [...(urgency === null ? [] : [urgency]), who, state].join(' · '),
    action: { verb: 'desk-show', case: id },
    words: [],
  };
}
