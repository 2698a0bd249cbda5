import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CaseEntry } from '../../../helpdesk/cases/caseEntry.ts';
import type { CardView } from '../../model.ts';
import type { CaseContext } from '../requests/caseContext.ts';
import { entryWords } from './entryWords.ts';
import { firstThreadLine } from './firstThreadLine.ts';
import { newCaseLine } from './newCaseLine.ts';
import { stillView } from './stillView.ts';

/**
 * A post in the thread of a case: a text, to be shown as plain text alone, or a card. `textIfAllHeard`: what is true instead
 * where the bot sees all that is said in the thread.
 */
export type ThreadPost = { readonly text: string; readonly textIfAllHeard?: string } | { readonly view: CardView };

/** What is said of these begins with the case in any event. */
const SAY_WHICH: ReadonlySet<CaseEntry['event']['kind']> = new Set(['repeated', 'urgency']);

/** What a post in a thread depends on besides the case. */
export interface Posting {
  /** People are called to a case that nobody has. */
  readonly isCall: boolean;
  readonly filesAt: FilesAt;
}

/** Where the desk sees files: on the page of each case, on its own page alone, above what is said of them, or nowhere. */
export type FilesAt = 'case-page' | 'desk-page' | 'above' | 'nowhere';

/**
 * What the thread of a case says of something that happened to it; null where that is nothing. What calls people begins
 * with the case: a phone shows no more of it.
 */
export function threadPost(context: CaseContext, current: Case, entry: CaseEntry, how: Posting): ThreadPost | null {
  const post = postOf(context, current, entry, how);
  const saysWhich = post === null || 'view' in post || SAY_WHICH.has(entry.event.kind);
  if (!how.isCall || saysWhich) return post;
  const which = (text: string) => `${newCaseLine(context, current)}\n\n${text}`;
  const { text, textIfAllHeard } = post;
  return { text: which(text), ...(textIfAllHeard !== undefined && { textIfAllHeard: which(textIfAllHeard) }) };
}

function postOf(context: CaseContext, current: Case, entry: CaseEntry, { filesAt }: Posting): ThreadPost | null {
  const { texts } = context;
  switch (entry.event.kind) {
    case 'opened':
      return {
        text: firstThreadLine(texts, texts.desk.botName, 'mentions'),
        textIfAllHeard: firstThreadLine(texts, texts.desk.botName, 'all'),
      };
    case 'asked-still':
      return { view: stillView(context, current, entry.event.until) };
    case 'file-in':
      return { text: `${entryWords(context, current, entry)} ${texts.trail.seeFile[filesAt]}` };
    // The card says it. It is news where nobody has the case yet.
    case 'urgency':
      return entry.event.step === 'now' && current.claim === null
        ? { text: texts.trail.urgentAndFree(newCaseLine(context, current)) }
        : null;
    // Only for the person: the desk knows what it sees.
    case 'on-screen':
      return null;
    // Until it was accepted, there is nothing to say.
    case 'mailing':
      return null;
    // It was they who went on.
    case 'mail-called-off':
      return null;
    default:
      return { text: entryWords(context, current, entry) };
  }
}
