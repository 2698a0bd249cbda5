import type { Activity } from 'botbuilder';
import { type Click, parseClick } from '../cards/actions.ts';
import type { JoinLink } from '../knowledge/index.ts';
import { linkIn } from './linkIn.ts';
import { typedText } from './typedText.ts';

/** What a person did: tapped something, or said something. */
export type Incoming =
  | { readonly kind: 'click'; readonly click: Click }
  /** A click that isn't one of ours: forged, cut short, or of another version. */
  | { readonly kind: 'unreadable' }
  /** `text` is whole, as `typedText` gives it; `link` is the join link in it or beside it. */
  | { readonly kind: 'text'; readonly text: string; readonly link: JoinLink | null };

/** Reads a message. A message with a value is a click, whatever else it carries. */
export function incomingOf(activity: Pick<Activity, 'text' | 'value' | 'attachments' | 'entities'>): Incoming {
  if (activity.value !== undefined && activity.value !== null) {
    const click = parseClick(activity.value);
    return click ? { kind: 'click', click } : { kind: 'unreadable' };
  }
  return { kind: 'text', text: typedText(activity), link: linkIn(activity) };
}
