import type { PlainTextElement } from '@slack/types';
import { shownLine, shownText } from '../shownText.ts';

/** A text in which nothing is markup, a mention or an emoji's name. */
export function plainText(text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: shownText(text, limit), emoji: false };
}

/** The same in one line, for titles and buttons. */
export function plainLine(text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: shownLine(text, limit), emoji: false };
}
