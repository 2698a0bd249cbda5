import { backAtThePage } from './backAtThePage.ts';
import type { Case } from './case.ts';
import type { Decision, PersonAction } from './caseAction.ts';
import type { DecisionSetting } from './decisionSetting.ts';
import { type Deed, entryOf } from './deed.ts';
import { personAttention } from './personAttention.ts';
import { personEndings } from './personEndings.ts';
import { personWords } from './personWords.ts';

/** What comes of something that a person does to their own case. That it is theirs was asked before. */
export function decideForPerson(current: Case, action: PersonAction, setting: DecisionSetting): Decision {
  const deed: Deed = { current, by: { kind: 'person' }, setting, now: setting.at.toISOString() };
  const { changes, events } = action.do === 'read' ? NO_MORE : backAtThePage(deed);
  const read = events.map((event) => entryOf(deed, event));
  const decision = decide({ ...deed, current: { ...current, ...changes } }, action);
  if (decision.kind === 'refused') return decision;
  // Whoever does something is there, whatever a channel has said of them before.
  const next = { ...decision.next, isUnreachable: false };
  return { ...decision, next, entries: [...read, ...decision.entries] };
}

/** That they have read one thing doesn’t say that they have read another. */
const NO_MORE = { changes: {}, events: [] };

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
