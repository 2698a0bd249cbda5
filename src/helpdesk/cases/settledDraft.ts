import type { Draft } from '../../knowledge/index.ts';

/** The draft without what is only about the card that the person had before them: a case keeps what was said. */
export function settledDraft({ aside: _, changing: __, listing: ___, cancelled: ____, ...said }: Draft): Draft {
  return said;
}
