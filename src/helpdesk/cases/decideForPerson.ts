import type { Case } from './case.ts';
import type { Decision, PersonAction } from './caseAction.ts';
import type { DecisionSetting } from './decisionSetting.ts';
import type { Deed } from './deed.ts';
import { personAttention } from './personAttention.ts';
import { personEndings } from './personEndings.ts';
import { personWords } from './personWords.ts';

/** What comes of something that a person does to their own case. That it is theirs was asked before. */
export function decideForPerson(current: Case, action: PersonAction, setting: DecisionSetting): Decision {
  const decision = decide({ current, by: { kind: 'person' }, setting, now: setting.at.toISOString() }, action);
  if (decision.kind === 'refused') return decision;
  // Whoever does something is there, whatever a channel has said of them before.
  return { ...decision, next: { ...decision.next, isUnreachable: false } };
}

function decide(deed: Deed, action: PersonAction): Decision {
  switch (action.do) {
    case 'add':
    case 'say':
    case 'attach':
    case 'try':
      return personWords(deed, action);
    case 'solve-self':
    case 'confirm':
    case 'withdraw':
    case 'reopen':
      return personEndings(deed, action);
    case 'stuck':
    case 'hear':
    case 'read':
      return personAttention(deed, action);
  }
}
