import type { CardView } from '../cards/model.ts';
import { numberedChoices } from '../cards/offers.ts';
import type { Texts } from '../cards/text/en.ts';
import type { CaseTurn } from './caseTurn.ts';

/** What is said to somebody whom nobody understood, so many times in a row; null where nothing needs to be. */
export function notUnderstood(
  { draft }: CaseTurn,
  { view, missed, texts }: { readonly view: CardView; readonly missed: number; readonly texts: Texts },
): string | null {
  // The first card of all is the answer to any first message, so it isn't a misunderstanding.
  if (missed === 1 && !draft.started) return null;
  return missed === 1 ? texts.notices.again(numberedChoices(view)) : texts.notices.offerPerson;
}
