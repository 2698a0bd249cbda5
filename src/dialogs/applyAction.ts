import type { Action } from '../cards/actions.ts';
import { assertNever } from '../cards/model.ts';
import type { Draft, Pack } from '../knowledge/index.ts';
import * as knowledge from '../knowledge/index.ts';

/** The case after what a person did. What has no meaning where they are changes nothing. */
export function applyAction(pack: Pack, draft: Draft, action: Action): Draft {
  switch (action.verb) {
    case 'start':
      return knowledge.start(pack, draft);
    case 'answer':
      return knowledge.answer(draft, action.question, action.option);
    case 'symptom':
      return knowledge.chooseSymptom(draft, action.symptom);
    case 'change':
      return action.question ? knowledge.changeAnswer(draft, action.question) : openChange(draft);
    case 'back':
      return knowledge.back(pack, draft);
    case 'step':
      return applyOutcome(pack, draft, action);
    case 'workaround':
      return knowledge.openAside(draft, 'way-in');
    case 'audience':
      return knowledge.setAudience(draft, action.audience);
    case 'platform':
      return knowledge.setPlatform(draft, action.platform);
    case 'escalate':
      return knowledge.openAside(draft, 'person');
    case 'help':
      return knowledge.openAside(draft, 'help');
    case 'restart':
      return knowledge.restart(pack);
    case 'cancel':
      return knowledge.cancel(pack);
    case 'branch':
    case 'all-steps':
    case 'confirm':
      return applyInPlace(pack, draft, action);
    case 'send':
    case 'unmask':
    case 'choose':
    case 'leave-out':
    case 'put-back':
      // Of the hand-over, which is no part of the draft.
      return draft;
    case 'link':
      // A link is answered, never kept: it can carry a passcode.
      return draft;
    default:
      return assertNever(action);
  }
}

function openChange(draft: Draft): Draft {
  const hasAnswers = Object.keys(draft.answers).length > 0 || draft.symptom !== undefined;
  return hasAnswers ? knowledge.openAside(draft, 'change') : draft;
}

function applyOutcome(pack: Pack, draft: Draft, { outcome, step }: Extract<Action, { verb: 'step' }>): Draft {
  const position = knowledge.positionOf(pack, draft);
  switch (position.at) {
    case 'way-in':
      return knowledge.recordWayIn(draft, outcome === 'fixed' ? 'got-in' : 'no-luck');
    case 'list':
      return step ? knowledge.recordOutcome(draft, step, outcome) : knowledge.recordNoneHelped(draft, position.guide);
    case 'step':
    case 'warning':
    case 'admin-step':
      return knowledge.recordOutcome(draft, position.planned.key, outcome);
    default:
      return draft;
  }
}

type InPlace = Extract<Action, { verb: 'branch' | 'all-steps' | 'confirm' }>;

function applyInPlace(pack: Pack, draft: Draft, action: InPlace): Draft {
  const position = knowledge.positionOf(pack, draft);
  switch (position.at) {
    case 'diagnosis':
      return action.verb === 'confirm' ? knowledge.beginFix(draft) : draft;
    case 'list':
      return action.verb === 'confirm' ? knowledge.confirmSteps(draft, riskySteps(position.guide)) : draft;
    case 'warning':
    case 'branch':
    case 'admin-step':
    case 'step': {
      const { guide, key } = position.planned;
      if (action.verb === 'all-steps') return knowledge.listGuide(draft, guide.id);
      return action.verb === 'branch'
        ? knowledge.chooseBranch(draft, key, action.option)
        : knowledge.confirmSteps(draft, [key]);
    }
    default:
      return draft;
  }
}

function riskySteps(guide: knowledge.Guide): string[] {
  return guide.steps.filter((step) => step.risk === 'destructive').map((step) => knowledge.stepKey(guide, step));
}
