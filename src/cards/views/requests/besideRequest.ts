import type { Case } from '../../../helpdesk/cases/case.ts';
import type { Block, CardView, SubmitAction } from '../../model.ts';
import { plain } from '../../richText.ts';
import type { ViewContext } from '../viewContext.ts';
import { caseButton } from './caseButton.ts';
import { whoHears } from './whoHears.ts';

/**
 * A card of the fix while a case of this person is with the helpdesk, or has just ended by the fix: says who hears them,
 * and leads to the case where it would lead to a person. The same card where there is no case.
 */
export function besideRequest(context: ViewContext, view: CardView): CardView {
  const { desk } = context;
  if (desk?.live) return besideLive(context, desk.live, view);
  return desk?.ended ? withEnd(context, desk.ended, view) : view;
}

function besideLive(context: ViewContext, live: Case, view: CardView): CardView {
  const { texts } = context;
  const { actions } = texts.requests;
  const request = caseButton(actions.myRequest, { verb: 'my-request', case: live.id });
  const standing = view.standing.map((each): SubmitAction => (each.action.verb === 'escalate' ? request : each));
  const blocks = [...view.blocks, whoHears(texts, live)];
  if (live.hears === 'bot') return { ...view, blocks, standing };
  const back = caseButton(actions.backToBot, { verb: 'my-listener', case: live.id, who: 'bot' });
  return { ...view, blocks: blocks.map((block) => toTap(context, block)), standing: [back, ...standing] };
}

/** What is typed goes to the agent, so a card must not ask for it. */
function toTap({ texts }: ViewContext, block: Block): Block {
  const asks = block.kind === 'choices' && block.label === texts.question.choices;
  return asks ? { ...block, label: texts.question.tap } : block;
}

function withEnd({ texts }: ViewContext, ended: Case, view: CardView): CardView {
  const { actions, endedByFix } = texts.requests;
  return {
    ...view,
    blocks: [...view.blocks, { kind: 'text', text: plain(endedByFix(ended.id)) }, whoHears(texts, ended)],
    actions: [
      ...view.actions,
      caseButton(actions.reopen, { verb: 'my-reopen', case: ended.id }),
      caseButton(actions.myRequests, { verb: 'my-requests' }),
    ],
  };
}
