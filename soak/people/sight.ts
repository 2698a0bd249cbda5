import { en } from '../../src/cards/text/en.ts';
import type { Draft } from '../../src/knowledge/index.ts';
import type { ShownCard } from '../../test/support/readCard.ts';
import type { CaseModel } from './caseModel.ts';

/** What somebody sees, and what they know of their case by it. */
export interface Sight {
  /** The cases that it can be: one, but after two taps at once or a fault. */
  readonly drafts: readonly Draft[];
  readonly newest: ShownCard | null;
  /** The id that taps have to carry to count. */
  readonly open: string;
  /** Cards that were answered before, oldest first. */
  readonly past: readonly ShownCard[];
  /** Whether it isn’t known if the last deed counted, so that the next may be a second tap on the same card. */
  readonly unsure: boolean;
  /** Reads what has come since a deed; `after` is what the case can be if it counted. */
  read(cards: readonly ShownCard[], after: readonly Draft[]): Reading;
}

/** What was read. */
export interface Reading {
  /** Sentences that tell that something failed, or went too fast: the deed may not have counted. */
  readonly faults: number;
  readonly tooFast: number;
  /** Cards of an earlier place. */
  readonly stale: number;
  /** What must not have been, a part of a sentence each. */
  readonly flaws: readonly string[];
}

/** Cards that are remembered to be tapped long after. */
const PAST = 5;

/** The sight of somebody who has seen nothing. */
export function createSight(model: CaseModel): Sight {
  let drafts: readonly Draft[] = [model.empty];
  let newest: ShownCard | null = null;
  let open = '';
  let past: readonly ShownCard[] = [];
  let unsure = false;
  const fitting = (card: ShownCard, among: readonly Draft[]) => among.filter((draft) => model.shows(card, draft));
  const isPast = (card: ShownCard) => past.some((each) => openIn(each) === openIn(card));

  const goOnFrom = (card: ShownCard) => {
    if (newest && openIn(card) !== open) past = [...past, newest].slice(-PAST);
    open = openIn(card);
  };

  return {
    get drafts() {
      return drafts;
    },
    get newest() {
      return newest;
    },
    get open() {
      return open;
    },
    get past() {
      return past;
    },
    get unsure() {
      return unsure;
    },
    read(cards, after) {
      const faults = cards.filter(isFault).length;
      const tooFast = cards.filter(isTooFast).length;
      const refused = faults + tooFast > 0;
      const meant = cards.filter((card) => !isRefusal(card));
      const possible = refused ? unique([...drafts, ...after]) : after;
      const strange = meant.filter((card) => fitting(card, [...drafts, ...possible]).length === 0);
      const last = meant.findLast((card) => fitting(card, possible).length > 0);
      const flaws = [
        ...strange
          .filter((card) => !isPast(card))
          .map(
            (card) =>
              `“${card.title}” came, which doesn’t follow (of ${meant.map(({ title }) => `“${title}”`).join(', ')})`,
          ),
        ...(cards.length === 0 ? ['no card came'] : []),
        ...(!refused && cards.length > 0 && !last ? ['it didn’t count'] : []),
      ];
      unsure = refused && !last;
      drafts = last ? fitting(last, possible) : possible;
      if (last) goOnFrom(last);
      newest = meant.at(-1) ?? newest;
      return { faults, tooFast, stale: strange.filter(isPast).length, flaws };
    },
  };
}

/** The id that a card’s buttons carry; '' when it has none. */
function openIn(card: ShownCard): string {
  return String(card.offers[0]?.data['card'] ?? '');
}

function isFault({ title }: ShownCard): boolean {
  return title === en.faults.title;
}

function isTooFast({ title, text }: ShownCard): boolean {
  return title === '' && text === en.notices.tooFast;
}

function isRefusal(card: ShownCard): boolean {
  return isFault(card) || isTooFast(card);
}

function unique(drafts: readonly Draft[]): readonly Draft[] {
  return [...new Map(drafts.map((draft) => [JSON.stringify(draft), draft])).values()];
}
