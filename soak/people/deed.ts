import type { Draft } from '../../src/knowledge/index.ts';
import type { Offer, ShownCard } from '../../test/support/readCard.ts';
import type { CaseModel } from './caseModel.ts';
import type { Message } from './seat.ts';

/** What a person does at one time. */
export type Deed =
  | { readonly kind: 'tap'; readonly card: ShownCard; readonly offer: Offer }
  /** Two buttons of one card at the same moment: one of them counts. */
  | { readonly kind: 'race'; readonly card: ShownCard; readonly offers: readonly [Offer, Offer] }
  /** A button of a card that was answered before: it counts for nothing. */
  | { readonly kind: 'old'; readonly card: ShownCard; readonly offer: Offer }
  | { readonly kind: 'type'; readonly text: string }
  /** A join link. */
  | { readonly kind: 'paste'; readonly link: string };

/** What a deed is sent as. */
export function messagesOf(deed: Deed): readonly Message[] {
  switch (deed.kind) {
    case 'tap':
    case 'old':
      return [{ value: deed.offer.data, on: deed.card.id }];
    case 'race':
      return deed.offers.map(({ data }) => ({ value: data, on: deed.card.id }));
    case 'type':
      return [{ text: deed.text }];
    case 'paste':
      return [{ text: deed.link }];
  }
}

/** The cases that there may be after a deed that was answered. `open`: the card whose taps count. */
export function casesAfter(model: CaseModel, deed: Deed, { draft, open }: { draft: Draft; open: string }): Draft[] {
  switch (deed.kind) {
    case 'old':
      return [draft];
    case 'type':
      return [model.afterText(draft, deed.text)];
    case 'paste':
      return [model.afterLink(draft)];
    case 'tap':
      return deed.offer.data['card'] === open ? [model.afterTap(draft, deed.offer)] : [draft];
    case 'race':
      return deed.card.offers[0]?.data['card'] === open
        ? deed.offers.map((offer) => model.afterTap(draft, offer))
        : [draft];
  }
}

/** A deed in words, for whoever has to find out what went wrong. */
export function describe(deed: Deed): string {
  switch (deed.kind) {
    case 'tap':
      return `tap on “${deed.offer.label}”`;
    case 'old':
      return `tap on “${deed.offer.label}” of an old card`;
    case 'race':
      return `tap on “${deed.offers[0].label}” and “${deed.offers[1].label}” at once`;
    case 'type':
      return `text “${deed.text}”`;
    case 'paste':
      return 'join link';
  }
}
