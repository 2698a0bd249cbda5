import { type SlackOffer, slackOffers } from './slackOffers.ts';

/** What blocks offer by the beginning of its label, or the first that fits. Throws where there is none. */
export function findSlackOffer(
  blocks: readonly Readonly<Record<string, unknown>>[],
  wanted: string | ((offer: SlackOffer) => boolean),
): SlackOffer {
  const offers = slackOffers(blocks);
  const fits = typeof wanted === 'string' ? ({ label }: SlackOffer) => label.startsWith(wanted) : wanted;
  const found = offers.find(fits);
  if (found) return found;
  throw new Error(`no “${wanted}” among: ${offers.map(({ label }) => label).join(' | ')}`);
}
