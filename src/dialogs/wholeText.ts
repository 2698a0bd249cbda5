import type { Activity } from 'botbuilder';
import { linksBeside } from './linkIn.ts';
import { typedText } from './typedText.ts';

/**
 * What a person typed as others are to read it: `typedText`, and below it the addresses of links of which the text has
 * only the words. '' for a message without either.
 */
export function wholeText(activity: Pick<Activity, 'text' | 'entities' | 'attachments'>): string {
  const text = typedText(activity);
  const links = linksBeside(text, activity.attachments);
  return [text, ...links].filter((part) => part !== '').join('\n');
}
