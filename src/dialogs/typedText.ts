import type { Activity } from 'botbuilder';
import { cleanText } from '../cards/cleanText.ts';
import { withoutMentions } from './withoutMentions.ts';

/**
 * What a person typed, whole: mentions, control characters and direction overrides are gone, line ends are newlines,
 * nothing stands before or after it. '' for a message without text.
 */
export function typedText(activity: Pick<Activity, 'text' | 'entities'>): string {
  return cleanText(withoutMentions(activity)).trim();
}
