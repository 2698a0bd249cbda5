import type { Activity } from 'botbuilder';
import { isPersonClick, type PersonClick, parseCaseClick } from '../../cards/caseActions.ts';
import { normalise } from '../../cards/normalise.ts';
import { readCaseTyped } from '../../cards/readCaseTyped.ts';
import type { Texts } from '../../cards/text/en.ts';
import { typedText } from '../../dialogs/typedText.ts';
import { wholeText } from '../../dialogs/wholeText.ts';
import type { Case } from '../../helpdesk/cases/case.ts';
import { wholeCaseId } from '../../helpdesk/cases/newCaseId.ts';

/** A longer text is no number, in characters. */
const LONGEST = 20;

/** What a person does to their cases, as opposed to the bot's questions. */
export type Request =
  | { readonly kind: 'action'; readonly action: PersonClick }
  /** The one of theirs that was closed last. */
  | { readonly kind: 'reopen' }
  /** For the agent, whatever the words. */
  | { readonly kind: 'say'; readonly text: string };

/** What a message is read beside. */
export interface Before {
  readonly live: Case | null;
  /** The cases of the list that is the newest card, by id: a row can be meant by its number. */
  readonly listed: readonly string[];
}

/** Reads it; null for what the bot's own cards are about. */
export function requestIn(activity: Activity, { live, listed }: Before, texts: Texts): Request | null {
  if (activity.value !== undefined && activity.value !== null) {
    const action = parseCaseClick(activity.value);
    return action !== null && isPersonClick(action) ? { kind: 'action', action } : null;
  }
  const text = typedText(activity);
  const whole = wholeText(activity);
  const typed = text === '' ? null : readCaseTyped(live, text, texts);
  // By its number alone, or that of its row, any of theirs; an agent who hears them is told it instead.
  const named = live?.hears === 'agent' ? null : (wholeCaseId(text) ?? rowOf(listed, text));
  if (named !== null) return { kind: 'action', action: { verb: 'my-request', case: named } };
  if (typed === 'reopen') return { kind: 'reopen' };
  if (typed !== null) return { kind: 'action', action: typed };
  return live?.hears === 'agent' && whole !== '' ? { kind: 'say', text: whole } : null;
}

function rowOf(listed: readonly string[], text: string): string | null {
  const said = normalise(text.slice(0, LONGEST));
  return listed.find((_, at) => String(at + 1) === said) ?? null;
}
