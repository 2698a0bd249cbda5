import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CardView, SubmitAction } from '../../model.ts';
import { button, helpButton } from '../buttons.ts';
import { agentName } from './agentName.ts';
import { caseButton } from './caseButton.ts';
import type { CaseContext } from './caseContext.ts';

/** What whoever's case it is can do, as it stands now. */
export function requestActions(context: CaseContext, current: Case): Pick<CardView, 'actions' | 'standing' | 'more'> {
  const { texts, rulings } = context;
  const { actions } = texts.requests;
  const of = { case: current.id };
  const all = caseButton(actions.myRequests, { verb: 'my-requests' });
  const goOn = caseButton(actions.keepTrying, { verb: 'my-go-on' }, 'primary');
  const solved = caseButton(actions.solved, { verb: 'my-solved', ...of });
  const withdraw = caseButton(actions.withdraw, { verb: 'my-withdraw', ...of });
  const can = rulings.personChoices(current);
  const stuck = can.includes('stuck') ? [caseButton(actions.stuck, { verb: 'my-stuck', ...of })] : [];
  switch (current.status) {
    case 'waiting':
      return {
        actions: [goOn, ...stuck, withdraw],
        standing: [meetingNow(context)],
        more: [solved, all, helpButton(texts)],
      };
    case 'claimed':
      return current.hears === 'agent'
        ? { actions: [backToBot(context, current), solved], standing: [], more: [...stuck, withdraw, all] }
        : { actions: [talkToAgent(context, current), solved, goOn], standing: [], more: [...stuck, withdraw, all] };
    case 'solved':
      return {
        actions: [
          caseButton(actions.yes, { verb: 'my-in', ...of, in: 'yes' }, 'primary'),
          caseButton(actions.no, { verb: 'my-in', ...of, in: 'no' }),
        ],
        standing: [],
        more: [all],
      };
    case 'closed':
      return {
        actions: [
          // Too late for that: what helps is a new one.
          can.includes('reopen')
            ? caseButton(actions.reopen, { verb: 'my-reopen', ...of })
            : button(texts, 'person', { verb: 'escalate' }),
          all,
        ],
        standing: [],
        more: [],
      };
  }
}

function meetingNow({ texts }: CaseContext): SubmitAction {
  return button(texts, 'meetingNow', { verb: 'workaround' });
}

function backToBot({ texts }: CaseContext, { id }: Case): SubmitAction {
  return caseButton(texts.requests.actions.backToBot, { verb: 'my-listener', case: id, who: 'bot' });
}

function talkToAgent({ texts }: CaseContext, current: Case): SubmitAction {
  const label = texts.requests.actions.talkTo(agentName(texts, current));
  return caseButton(label, { verb: 'my-listener', case: current.id, who: 'agent' });
}
