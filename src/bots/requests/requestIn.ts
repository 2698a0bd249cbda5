import type { Activity } from 'botbuilder';
import { type CaseAction, parseCaseClick } from '../../cards/caseActions.ts';
import { readCaseTyped } from '../../cards/readCaseTyped.ts';
import type { Texts } from '../../cards/text/en.ts';
import { typedText } from '../../dialogs/typedText.ts';
import type { Case } from '../../helpdesk/cases/case.ts';

/** What a person does to their cases, as opposed to the bot's questions. */
export type Request =
  | { readonly kind: 'action'; readonly action: CaseAction }
  /** For the agent, whatever the words. */
  | { readonly kind: 'say'; readonly text: string };

/** Reads it; null for what the bot's own cards are about. */
export function requestIn(activity: Partial<Activity>, live: Case | null, texts: Texts): Request | null {
  if (activity.value !== undefined && activity.value !== null) {
    const action = parseCaseClick(activity.value);
    return action?.verb.startsWith('my-') ? { kind: 'action', action } : null;
  }
  const text = typedText({ text: activity.text ?? '', entities: activity.entities ?? [] });
  const typed = text === '' ? null : readCaseTyped(live, text, texts);
  if (typed !== null) return { kind: 'action', action: typed };
  return live?.hears === 'agent' && text !== '' ? { kind: 'say', text } : null;
}
