import type { Offer } from '../../test/support/readCard.ts';
import { offerOf, ofVerb } from './offerOf.ts';
import { until } from './patience.ts';
import { caseOn, type DeskMessage, type Screen } from './screen.ts';

/** A small card for one thing, and the first of its buttons that does it. */
export interface Form {
  readonly card: DeskMessage;
  readonly offer: Offer;
}

/** Taps what brings such a card of a case until it comes; null where it never does. `verb` is what it is for. */
export type AskForForm = (id: string, form: string, verb: string) => Promise<Form | null>;

/** How long somebody waits for a small card that they have asked for, in milliseconds, and how often they ask. */
const FORM_WITHIN = 4_000;
const MOST_ASKED = 10;

/** How long somebody looks at a card for a button that has to come, in milliseconds. */
const OFFERED_WITHIN = 120_000;

/** Asks by `tap`; no card is used twice. */
export function createAskForForm(
  screen: Screen,
  tap: (message: DeskMessage, data: object) => Promise<unknown>,
): AskForForm {
  const used = new Set<string>();
  return async (id, form, verb) => {
    const isOpener = ({ data }: Offer) => data['verb'] === 'desk-form' && data['form'] === form;
    const isIt = (message: DeskMessage) =>
      !used.has(message.id) && caseOn(message) === id && offerOf(message, ofVerb(verb)) !== null;
    for (let asked = 0; asked < MOST_ASKED; asked++) {
      const on = await until(() => firstWith(screen.cardsOf(id), isOpener), OFFERED_WITHIN);
      if (on === null) return null;
      await tap(on.card, on.offer.data);
      const forms = () => [screen.inThreadOf(id, isIt) ?? []].flat();
      const found = await until(() => firstWith(forms(), ofVerb(verb)), FORM_WITHIN);
      if (found === null) continue;
      used.add(found.card.id);
      return found;
    }
    return null;
  };
}

/** The first of these cards that has such a button, and the button. */
function firstWith(cards: readonly DeskMessage[], fits: (offer: Offer) => boolean): Form | null {
  const found = cards.flatMap((card) => {
    const offer = offerOf(card, fits);
    return offer === null ? [] : [{ card, offer }];
  });
  return found[0] ?? null;
}
