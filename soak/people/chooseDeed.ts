import type { Offer, ShownCard } from '../../test/support/readCard.ts';
import type { Deed } from './deed.ts';

/** What goes on with a case is done more often than what leads away from it. */
const WEIGHTS: Readonly<Record<string, number>> = {
  start: 8,
  answer: 8,
  symptom: 8,
  confirm: 8,
  step: 8,
  branch: 8,
  restart: 0.5,
  cancel: 0.5,
};
const OTHER_WEIGHT = 1;

const WORDS = ['hm, not sure', 'back', 'change', 'help', '1', '2', 'agent', 'me again'] as const;

/** How often each kind of deed is done, of 1; all others are taps. */
const SHARES = { type: 0.2, race: 0.08, old: 0.05 } as const;

/** What a person knows when they do something. */
export interface InSight {
  /** The newest card with something to tap. */
  readonly newest: ShownCard;
  /** Cards that were answered before, oldest first. */
  readonly past: readonly ShownCard[];
}

/** Chooses what somebody does next, by numbers from 0 up to 1. Null when the card offers nothing. */
export function chooseDeed({ newest, past }: InSight, random: () => number): Deed | null {
  const offers = newest.offers.filter(({ data }) => data['verb'] !== 'link');
  const first = weighted(offers, random);
  if (first === null) return null;
  const kind = random();
  if (kind < SHARES.type) return { kind: 'type', text: words(first, random) };
  if (kind < SHARES.type + SHARES.race) {
    const second = weighted(offers, random) ?? first;
    return second === first
      ? { kind: 'tap', card: newest, offer: first }
      : { kind: 'race', card: newest, offers: [first, second] };
  }
  const old = past[Math.floor(random() * past.length)];
  const oldOffer = old === undefined ? null : weighted(old.offers, random);
  if (kind < SHARES.type + SHARES.race + SHARES.old && old && oldOffer) {
    return { kind: 'old', card: old, offer: oldOffer };
  }
  return { kind: 'tap', card: newest, offer: first };
}

function words(offer: Offer, random: () => number): string {
  const other = WORDS[Math.floor(random() * WORDS.length)];
  return random() < 0.6 || other === undefined ? offer.label : other;
}

function weighted(offers: readonly Offer[], random: () => number): Offer | null {
  const weights = offers.map(({ data }) => WEIGHTS[String(data['verb'])] ?? OTHER_WEIGHT);
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [at, offer] of offers.entries()) {
    left -= weights[at] ?? 0;
    if (left < 0) return offer;
  }
  return offers.at(-1) ?? null;
}
