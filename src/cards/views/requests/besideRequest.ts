import type { CardView, SubmitAction } from '../../model.ts';
import type { ViewContext } from '../viewContext.ts';
import { caseButton } from './caseButton.ts';
import { whoHears } from './whoHears.ts';

/**
 * A card of the fix while a case of this person is with the helpdesk: says who hears them, and leads to the case where
 * it would lead to a person. The same card where there is no case.
 */
export function besideRequest({ texts, desk }: ViewContext, view: CardView): CardView {
  const live = desk?.live;
  if (!live) return view;
  const request = caseButton(texts.requests.actions.myRequest, { verb: 'my-request', case: live.id });
  const replaced = ({ standing }: CardView): SubmitAction[] =>
    standing.map((each) => (each.action.verb === 'escalate' ? request : each));
  return { ...view, blocks: [...view.blocks, whoHears(texts, live)], standing: replaced(view) };
}
