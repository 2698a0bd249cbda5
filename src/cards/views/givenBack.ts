import { clampText } from '../clampText.ts';
import type { Block } from '../model.ts';
import { plain } from '../richText.ts';
import type { ViewContext } from './viewContext.ts';

/**
 * Most that is given back, in characters: with the rest of a card it fits every channel whole, whatever the script.
 * Source: an Adaptive Card of 25 KB, three bytes for a character; Slack's 10,000 characters.
 */
const GIVEN_BACK = 6000;

/** A part of it: of at most 1,500 characters, so at most 3,000 UTF-16 units, where Slack cuts. Never half an emoji. */
const PART = /.{1,1500}/gsu;

/**
 * What was put into a field and is too long for it, to be copied: whole up to 6,000 characters, then it is cut. Says
 * which of the two it is.
 */
export function givenBack({ texts }: Pick<ViewContext, 'texts'>, typed: string): Block[] {
  const parts = clampText(typed, GIVEN_BACK).match(PART) ?? [];
  const { whole, cut, first, more } = texts.notices.givenBack;
  const said = typed.length > GIVEN_BACK ? cut(GIVEN_BACK) : whole;
  const copies = parts.map((text, at): Block => ({ kind: 'copy', label: at === 0 ? first : more, text }));
  return [{ kind: 'text', text: plain(said) }, ...copies];
}
