import type { JoinLink } from '../../knowledge/index.ts';
import type { CardView } from '../model.ts';
import { rich } from '../richText.ts';
import { joinLinkView } from './joinLinkView.ts';
import { viewAt } from './viewAt.ts';
import type { ViewContext } from './viewContext.ts';
import { withNotice } from './withNotice.ts';

/** Answers what was put in for a join link; where there is none in it, that is said on the card where the person is. */
export function linkAnswerView(context: ViewContext, link: JoinLink | null): CardView {
  if (link) return joinLinkView(context, link);
  const { pack, texts } = context;
  return withNotice(viewAt(context), rich(texts.wayIn.notALink(pack.workaround.example)));
}
