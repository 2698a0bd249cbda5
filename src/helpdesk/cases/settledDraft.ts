import type { Draft } from '../../knowledge/index.ts';

/** The draft without what is only about the card that the person had before them: a case keeps what was said. */
export function settledDraft({
  aside: _,
  below: __,
  changing: ___,
  listing: ____,
  cancelled: _____,
  ...said
}: Draft): Draft {
  return said;
}
