import type { Case } from '../../../helpdesk/cases/case.ts';
import { clampText } from '../../clampText.ts';
import type { CardAction, CardView } from '../../model.ts';
import { plain } from '../../richText.ts';
import { caseFacts } from './caseFacts.ts';
import { caseTitle } from './caseTitle.ts';
import { deskActions } from './deskActions.ts';
import type { DeskContext } from './deskContext.ts';
import { stateWords } from './stateWords.ts';

/** How much of the person's text a short card has, in characters. */
const TEXT_LIMIT = 500;

/** A case that is too long for one card: what it takes to decide who takes it, and the way to the rest. */
export function shortCaseCardView(context: DeskContext, current: Case): CardView {
  const { texts, caseLink } = context;
  const { desk } = texts;
  const open: CardAction[] = caseLink === null ? [] : [{ kind: 'link', label: desk.actions.open, url: caseLink }];
  return {
    title: caseTitle(context, current),
    blocks: [
      { kind: 'text', text: [{ text: current.id, style: 'strong' }, { text: ` · ${stateWords(context, current)}` }] },
      { kind: 'facts', facts: caseFacts(context, current) },
      ...(current.text === ''
        ? []
        : [
            {
              kind: 'text',
              text: [{ text: desk.words, style: 'strong' }, ...plain(clampText(current.text, TEXT_LIMIT))],
            } as const,
          ]),
      { kind: 'notice', tone: 'info', text: plain(caseLink === null ? desk.short.thread : desk.short.open) },
    ],
    actions: [...open, ...deskActions(context, current)],
    standing: [],
    more: [],
  };
}
