import { isDeepStrictEqual } from 'node:util';
import type { SlackOffer } from './slackOffers.ts';

/** What of a message sends this click: exactly, or after fields of it were filled in. */
export function offeredInSlack(
  offers: readonly SlackOffer[],
  data: Readonly<Record<string, unknown>>,
): SlackOffer | undefined {
  const isOf = ({ data: own, opens }: SlackOffer) =>
    opens && ['card', 'verb', 'case', 'form'].every((key) => own[key] === data[key]);
  return offers.find((offer) => isDeepStrictEqual(offer.data, data)) ?? offers.find(isOf);
}

/** What was filled in: texts that the button doesn't have by itself. */
export function typedIn(
  data: Readonly<Record<string, unknown>>,
  offer: SlackOffer | undefined,
): Record<string, string> {
  const typed = Object.entries(data).filter(([key, value]) => value !== offer?.data[key]);
  return Object.fromEntries(typed.map(([key, value]) => [key, String(value)]));
}
