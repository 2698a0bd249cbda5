import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CardView } from '../../model.ts';
import { fitsAdaptiveCard } from '../../renderAdaptiveCard.ts';
import { fitsBlockKit } from '../../renderBlockKit.ts';
import { renderPlainText } from '../../renderPlainText.ts';
import { caseCardView, restOfCaseCard } from './caseCardView.ts';
import type { DeskContext } from './deskContext.ts';
import { inPosts } from './inPosts.ts';
import { shortCaseCardView } from './shortCaseCardView.ts';

/** A case on the desk, as one card can show it. */
export interface CaseCard {
  readonly view: CardView;
  /** The card can't show all of it. */
  readonly isShort: boolean;
  /** What then follows in the thread, as plain texts; nothing where the case can be opened by a link. */
  readonly rest: readonly string[];
}

/** The card of a case: whole where every channel that a desk can be in shows all of it, else a short one. */
export function caseCard(context: DeskContext, current: Case): CaseCard {
  const view = caseCardView(context, current);
  const fits = fitsAdaptiveCard(view, current.id) && (!context.fitsSlack || fitsBlockKit(view, current.id));
  if (fits) return { view, isShort: false, rest: [] };
  const rest =
    context.caseLink === null ? inPosts(renderPlainText(restOfCaseCard(context, current)).split('\n\n')) : [];
  return { view: shortCaseCardView(context, current), isShort: true, rest };
}
