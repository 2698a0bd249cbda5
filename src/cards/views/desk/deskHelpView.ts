import type { Block, CardView } from '../../model.ts';
import { plain, rich } from '../../richText.ts';
import { caseButton } from '../requests/caseButton.ts';
import type { CaseContext } from '../requests/caseContext.ts';

/** What can be typed at the desk. */
export function deskHelpView({ texts }: CaseContext): CardView {
  const { help, actions } = texts.desk;
  return {
    title: help.title,
    blocks: [...lines(help.words), { kind: 'text', text: plain(help.inThread) }, ...lines(help.threadWords)],
    actions: [
      caseButton(actions.openCases, { verb: 'desk-cases', which: 'open' }),
      caseButton(actions.stats, { verb: 'desk-stats' }),
    ],
    standing: [],
    more: [],
  };
}

function lines(words: readonly string[]): Block[] {
  return words.map((line) => ({ kind: 'text', text: rich(line) }));
}
