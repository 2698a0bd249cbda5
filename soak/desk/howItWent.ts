import type { Written } from './book.ts';
import type { Known } from './known.ts';
import { toldOf } from './toldOf.ts';

/** How something was written and what its writer was told, for whoever has to find out why it isn’t in its case. */
export function howItWent(known: Known, written: Written): string {
  const { at, thread, messages, said } = written;
  const how = said !== null ? 'on the page' : thread === null ? 'on a small card' : `under ${thread}`;
  const cards = (known.roots.get(written.case)?.posts ?? [])
    .filter(({ shown }) => shown !== '')
    .map((post) => `${post.shown} (${post.fate}, ${post.at - at} ms)`);
  const told = toldOf(known, written).map((each) => `“${each}”`);
  return [
    `written ${how} as ${messages.join(', ') || 'a request'}`,
    `told ${told.join(', ') || 'nothing'}`,
    `cards of its case, counted from its answer: ${cards.join(', ') || 'none'}`,
  ].join('; ');
}
