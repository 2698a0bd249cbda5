import type { Activity } from 'botbuilder';
import { type CaseAction, parseCaseClick } from '../../cards/caseActions.ts';
import { readCaseTyped } from '../../cards/readCaseTyped.ts';
import type { Texts } from '../../cards/text/en.ts';
import { linksBeside } from '../../dialogs/linkIn.ts';
import { typedText } from '../../dialogs/typedText.ts';
import type { Case } from '../../helpdesk/cases/case.ts';

/** What a person does to their cases, as opposed to the bot's questions. */
export type Request =
  | { readonly kind: 'action'; readonly action: CaseAction }
  /** The one of theirs that was closed last. */
  | { readonly kind: 'reopen' }
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
  if (typed === 'reopen') return { kind: 'reopen' };
  if (typed !== null) return { kind: 'action', action: typed };
  if (live?.hears !== 'agent' || text === '') return null;
  // Teams flattens a copied link to its label; the agent needs the address.
  const links = linksBeside({ text, attachments: activity.attachments ?? [] });
  return { kind: 'say', text: [text, ...links].join('\n') };
}
