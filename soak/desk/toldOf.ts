import { en } from '../../src/cards/text/en.ts';
import type { Written } from './book.ts';
import type { Known } from './known.ts';

/** What the page says of what was done. */
const DONE: ReadonlySet<string> = new Set([en.desk.done.reply, en.desk.done.note]);

/**
 * What whoever wrote something was told of it, other than that it was done: in the channel, also where that failed to
 * take it, or on the page.
 */
export function toldOf({ answers }: Pick<Known, 'answers'>, { messages, said }: Written): readonly string[] {
  const refused = said === null || DONE.has(said) ? [] : [said];
  const told = messages.flatMap((message) => answers.get(message) ?? []);
  return [...told.map(({ card, line }) => card.title || line), ...refused];
}
