import type { Case } from '../../../helpdesk/cases/case.ts';
import type { Block, CardView, Choice } from '../../model.ts';
import { plain } from '../../richText.ts';
import type { CaseContext } from './caseContext.ts';
import { requestRow } from './requestRow.ts';

/** How many cases are listed: as many as *My requests* shows. */
const LISTED = 10;

/** Who opens the tab. */
export interface AtHome {
  /** They have begun, and not come to an end. */
  readonly isUnderWay: boolean;
  /** Their cases, newest first; null where there is no helpdesk that cases could be sent to. */
  readonly cases: readonly Case[] | null;
}

/**
 * The bot's own tab: what it is, what can be begun, what is open, and whom else to ask. What is tapped here is answered in
 * the chat, and that is said. Its buttons stand above what is open, so that they are seen however much that is.
 */
export function homeView(
  context: Pick<CaseContext, 'pack' | 'texts' | 'contact' | 'clock'>,
  { isUnderWay, cases }: AtHome,
): CardView {
  const { texts, contact } = context;
  const { home } = texts.slack;
  const buttons: Choice[] = [
    { label: isUnderWay ? texts.actions.goOn : texts.actions.start, action: { verb: 'my-go-on' }, words: [] },
    ...(cases === null
      ? []
      : [{ label: texts.requests.actions.myRequests, action: { verb: 'my-requests' }, words: [] } as const]),
    { label: texts.actions.help, action: { verb: 'help' }, words: [] },
  ];
  return {
    title: texts.hello.title,
    blocks: [
      { kind: 'text', text: plain(home.whatThisIs) },
      { kind: 'choices', label: home.tap, choices: buttons },
      ...(cases === null ? [] : whatIsOpen(context, { isUnderWay, cases })),
      ...(contact === undefined
        ? []
        : [{ kind: 'text', text: [{ text: home.contact }, { text: contact, style: 'strong' }] } as const]),
    ],
    actions: [],
    standing: [],
    more: [],
  };
}

function whatIsOpen(
  context: Pick<CaseContext, 'pack' | 'texts' | 'clock'>,
  { isUnderWay, cases }: AtHome & { readonly cases: readonly Case[] },
): Block[] {
  const { home } = context.texts.slack;
  const open = cases.filter(({ status }) => status !== 'closed');
  if (open.length === 0) {
    return [{ kind: 'text', text: plain(isUnderWay ? home.nothingOpenYet : home.nothingOpen) }];
  }
  const choices = open.slice(0, LISTED).map((each) => requestRow(context, each));
  return [{ kind: 'choices', label: open.length > LISTED ? home.openNewest : home.open, choices }];
}
