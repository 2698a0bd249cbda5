import type { Activity } from 'botbuilder';
import { type Begun, type Click, parseBegun, parseClick } from '../cards/actions.ts';
import type { JoinLink } from '../knowledge/index.ts';
import { linkIn } from './linkIn.ts';
import { typedText } from './typedText.ts';
import { wholeText } from './wholeText.ts';

/** What a person did: tapped something, or said something. */
export type Incoming =
  | { readonly kind: 'click'; readonly click: Click }
  /** A click that isn't one of ours: forged, cut short, or of another version. */
  | { readonly kind: 'unreadable' }
  /** A picture or a file, and not a word. */
  | { readonly kind: 'wordless' }
  /**
   * `text` is what `typedText` gives, to be understood, and `whole` what `wholeText` does, to be kept; `link` is the
   * join link in it or beside it; `begun` is what stands in the fields of the open card meanwhile, where a page tells.
   */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly whole: string;
      readonly link: JoinLink | null;
      readonly begun: Begun | null;
    };

/** Reads a message. A message with a value is a click, whatever else it carries. */
export function incomingOf(
  activity: Pick<Activity, 'text' | 'value' | 'attachments' | 'entities' | 'channelData'>,
): Incoming {
  if (activity.value !== undefined && activity.value !== null) {
    const click = parseClick(activity.value);
    return click ? { kind: 'click', click } : { kind: 'unreadable' };
  }
  const said = {
    text: typedText(activity),
    whole: wholeText(activity),
    link: linkIn(activity),
    begun: parseBegun(activity.channelData?.begun),
  };
  if (said.text === '' && said.link === null && hasFile(activity)) return { kind: 'wordless' };
  return { kind: 'text', ...said };
}

/** What was typed comes once more as HTML, which is no file. */
function hasFile({ attachments }: Pick<Activity, 'attachments'>): boolean {
  return (attachments ?? []).some(({ contentType }) => contentType !== 'text/html');
}
