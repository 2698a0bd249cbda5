import type { Offer, ShownCard } from '../../test/support/readCard.ts';

/** The first button of a card that fits; null where there is none. */
export function offerOf({ offers }: Pick<ShownCard, 'offers'>, fits: (offer: Offer) => boolean): Offer | null {
  return offers.find(fits) ?? null;
}

/** Those that do this. */
export function ofVerb(verb: string): (offer: Offer) => boolean {
  return ({ data }) => data['verb'] === verb;
}
