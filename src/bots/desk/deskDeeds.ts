import { type CaseAction, isPersonClick } from '../../cards/caseActions.ts';
import type { CardView } from '../../cards/model.ts';
import type { Agent } from '../../helpdesk/cases/case.ts';
import { actOnCase, type OnCase } from './actOnCase.ts';
import type { DeskParts } from './deskParts.ts';
import { deskWords, overheardWords } from './deskWords.ts';
import { lookAtDesk } from './lookAtDesk.ts';
import { openForm } from './openForm.ts';

/** What somebody at the desk did, by a channel's or the page's verified identity. */
export interface DeskDeed {
  readonly agent: Agent;
  /** How their channel addresses them; null at the page. */
  readonly account: object | null;
  /** Whose pace it counts for. */
  readonly person: string;
  /** The same however often it is delivered; null where it is delivered once. */
  readonly delivery: string | null;
  /** Which line's cases they may see and act on; null for every line. A line that there isn't has none. */
  readonly line: string | null;
  /** The one case that they may see and act on; null for all of the line. */
  readonly only: string | null;
  /** The case in whose thread, or beside whose card, it was done. */
  readonly beside: string | null;
  readonly what:
    | { readonly kind: 'click'; readonly action: CaseAction }
    | {
        readonly kind: 'text';
        readonly text: string;
        /** The id of the one colleague whom a command mentions; null where it doesn't mention one. */
        readonly mentioned: string | null;
        /** It was said in the thread of a case, to nobody in particular. */
        readonly isOverheard: boolean;
      };
}

/** What the one who did it gets in answer. */
export type DeskReply =
  /** It was done, and the case's card and thread show it; `said` is for where nobody sees those change. */
  | { readonly kind: 'done'; readonly said: string; readonly show: string | null }
  /** A note was taken: said so that nobody thinks it went out. */
  | { readonly kind: 'noted'; readonly said: string }
  | { readonly kind: 'refused'; readonly said: string }
  /** A card for them; `card` is the id that its clicks carry. */
  | { readonly kind: 'view'; readonly view: CardView; readonly card: string; readonly show: string | null };

/** Does it. Nothing goes to the person but a reply, a ready-made question and a file. Throws as turns do. */
export async function doAtDesk(parts: DeskParts, deed: DeskDeed): Promise<DeskReply> {
  await parts.members.see({ id: deed.agent.id, name: deed.agent.name, account: deed.account }, parts.now());
  return deed.what.kind === 'click' ? clicked(parts, deed, deed.what.action) : typed(parts, deed, deed.what);
}

async function clicked(parts: DeskParts, deed: DeskDeed, action: CaseAction): Promise<DeskReply> {
  if (isPersonClick(action)) return { kind: 'refused', said: parts.texts.desk.oldCard };
  switch (action.verb) {
    case 'desk-cases':
      return lookAtDesk(parts, deed, { kind: 'cases', which: action.which });
    case 'desk-stats':
      return lookAtDesk(parts, deed, { kind: 'stats' });
    case 'desk-show':
      return lookAtDesk(parts, deed, { kind: 'case', id: action.case });
    case 'desk-form':
      return openForm(parts, deed, action);
    // The rest is done to a case; `agentActionOf` names each.
    default:
      return actOnCase(parts, deed, { id: action.case, action });
  }
}

async function typed(
  parts: DeskParts,
  deed: DeskDeed,
  { text, mentioned, isOverheard }: Extract<DeskDeed['what'], { kind: 'text' }>,
): Promise<DeskReply> {
  const words = isOverheard ? overheardWords(text) : deskWords(text);
  switch (words.kind) {
    case 'cases':
    case 'stats':
    case 'case':
    case 'help':
      return lookAtDesk(parts, deed, words);
    // Said where there is a desk already, or on its page: the channel's bot has dealt with it before.
    case 'desk-here':
      return lookAtDesk(parts, deed, { kind: 'help' });
    case 'assign':
      return beside(parts, deed, {
        ...words,
        name: words.name || (mentioned ?? ''),
        // Somebody may be telling a colleague what to assign to whom.
        ...(isOverheard && { orNote: text }),
      });
    case 'reply':
    case 'note':
      return beside(parts, deed, words);
  }
}

async function beside(parts: DeskParts, deed: DeskDeed, action: OnCase['action']): Promise<DeskReply> {
  return deed.beside === null
    ? { kind: 'refused', said: parts.texts.desk.whichCase }
    : actOnCase(parts, deed, { id: deed.beside, action });
}
