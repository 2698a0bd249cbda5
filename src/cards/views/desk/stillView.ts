import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CardView } from '../../model.ts';
import { plain } from '../../richText.ts';
import { agentName } from '../requests/agentName.ts';
import { caseButton } from '../requests/caseButton.ts';
import type { CaseContext } from '../requests/caseContext.ts';

/** Asks whoever has a case whether they are still on it, before it goes back to the others at `until` (UTC, ISO 8601). */
export function stillView({ texts, clock, rulings }: CaseContext, current: Case, until: string): CardView {
  const { actions } = texts.desk;
  const { askedStill } = texts.trail;
  const canHold = !rulings.isHeldOut(current);
  const say = canHold ? askedStill.text : askedStill.last;
  const still = caseButton(actions.still, { verb: 'desk-still', case: current.id }, 'primary');
  return {
    title: askedStill.title,
    blocks: [
      {
        kind: 'text',
        text: plain(say(agentName(texts, current), current.id, texts.times.stamp(new Date(until), clock))),
      },
    ],
    actions: [...(canHold ? [still] : []), caseButton(actions.release, { verb: 'desk-release', case: current.id })],
    standing: [],
    more: [],
  };
}
