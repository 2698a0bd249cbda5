import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CardView } from '../../model.ts';
import { fitsAdaptiveCard } from '../../renderAdaptiveCard.ts';
import { renderPlainText } from '../../renderPlainText.ts';
import { caseCardView } from './caseCardView.ts';
import type { DeskContext } from './deskContext.ts';
import { shortCaseCardView } from './shortCaseCardView.ts';

/** How long one post in a thread is, in characters: Teams takes about 28 KB with everything around it. */
const POST_LIMIT = 5_000;

/** A case on the desk, as one card can show it. */
export interface CaseCard {
  readonly view: CardView;
  /** The card can't show all of it. */
  readonly isShort: boolean;
  /** What then follows in the thread, as plain texts; nothing where the case can be opened by a link. */
  readonly rest: readonly string[];
}

/** The card of a case: whole where that fits, else a short one. */
export function caseCard(context: DeskContext, current: Case): CaseCard {
  const view = caseCardView(context, current);
  if (fitsAdaptiveCard(view, current.id)) return { view, isShort: false, rest: [] };
  const rest = context.caseLink === null ? postsOf({ ...view, actions: [] }) : [];
  return { view: shortCaseCardView(context, current), isShort: true, rest };
}

/** The whole card in words, cut between paragraphs where one post can't hold it. */
function postsOf(view: CardView): string[] {
  const posts: string[] = [];
  for (const paragraph of renderPlainText(view).split('\n\n').flatMap(parts)) {
    const last = posts.at(-1);
    if (last !== undefined && last.length + paragraph.length + 2 <= POST_LIMIT)
      posts[posts.length - 1] = `${last}\n\n${paragraph}`;
    else posts.push(paragraph);
  }
  return posts;
}

/** A paragraph that is too long for a post by itself, in pieces; never half an emoji. */
function parts(paragraph: string): string[] {
  return paragraph.match(/[\s\S]{1,2500}/gu) ?? [];
}
