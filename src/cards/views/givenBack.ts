import { clampText } from '../clampText.ts';
import type { Block } from '../model.ts';
import type { ViewContext } from './viewContext.ts';

/**
 * Most that is given back, in characters: with the rest of a card it fits every channel whole, whatever the script.
 * Source: an Adaptive Card of 25 KB, three bytes for a character; Slack's 10,000 characters.
 */
const GIVEN_BACK = 6000;

/** A part of it: of at most 1,500 characters, so at most 3,000 UTF-16 units, where Slack cuts. Never half an emoji. */
const PART = /.{1,1500}/gsu;

/** What was put into a field and is too long for it, to be copied: whole up to 6,000 characters, then it is cut. */
export function givenBack({ texts }: Pick<ViewContext, 'texts'>, typed: string): Block[] {
  const parts = clampText(typed, GIVEN_BACK).match(PART) ?? [];
  return parts.map((part, at) => ({
    kind: 'copy',
    label: at === 0 ? texts.notices.givenBack : texts.notices.givenBackMore,
    text: part,
  }));
}
