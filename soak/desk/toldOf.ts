import { en } from '../../src/cards/text/en.ts';
import type { Written } from './book.ts';
import type { Known } from './known.ts';

/** What the page says of what was done. */
const DONE: ReadonlySet<string> = new Set([en.desk.done.reply, en.desk.done.note]);

/** Answers in the channel to something that was written there, taken or not. */
export function answersTo({ calls }: Pick<Known, 'calls'>, { messages }: Pick<Written, 'messages'>) {
  return calls.filter(({ about, operation }) => operation === 'reply' && messages.includes(about));
}

/** What whoever wrote something was told of it, other than that it was done: in the channel, or on the page. */
export function toldOf({ calls }: Pick<Known, 'calls'>, { messages, said }: Written): readonly string[] {
  const answers = answersTo({ calls }, { messages }).filter(({ shown }) => shown !== '');
  const refused = said === null || DONE.has(said) ? [] : [said];
  return [...answers.map(({ card, line }) => card.title || line), ...refused];
}
