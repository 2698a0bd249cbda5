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

type Known = { -readonly [Field in keyof Omit<Sight, 'read'>]: Sight[Field] };

/** The sight of somebody who has seen nothing. */
export function createSight(model: CaseModel): Sight {
  const known: Known = { drafts: [model.empty], newest: null, open: '', past: [], unsure: false };
  return Object.assign(known, {
    read: (cards: readonly ShownCard[], after: readonly Draft[]) => readInto(known, model, { cards, after }),
  });
}

interface Came {
  readonly cards: readonly ShownCard[];
  readonly after: readonly Draft[];
}

function readInto(known: Known, model: CaseModel, { cards, after }: Came): Reading {
  const fitting = (card: ShownCard, among: readonly Draft[]) => among.filter((draft) => model.shows(card, draft));
  // By its id: an answer that was slow may look just like the one that is due.
  const isPast = (card: ShownCard) =>
    openIn(card) !== known.open && known.past.some((each) => openIn(each) === openIn(card));
  const faults = cards.filter(isFault).length;
  const tooFast = cards.filter(isTooFast).length;
  const refused = faults + tooFast > 0;
  const meant = cards.filter((card) => !isRefusal(card));
  const possible = refused ? unique([...known.drafts, ...after]) : after;
  const present = meant.filter((card) => !isPast(card));
  const strange = present.filter((card) => fitting(card, [...known.drafts, ...possible]).length === 0);
  const last = present.findLast((card) => fitting(card, possible).length > 0);
  // One deed opens one card at most, whoever was told of it how often.
  const opened = new Set(present.map(openIn).filter((card) => card !== known.open));
  const titles = meant.map(({ title }) => `“${title}”`).join(', ');
  const flaws = [
    ...strange.map(({ title }) => `“${title}” came, which doesn’t follow (of ${titles})`),
    ...(!refused && strange.length === 0 && opened.size > 1 ? ['it counted twice'] : []),
    ...(cards.length === 0 ? ['no card came'] : []),
    ...(!refused && cards.length > 0 && !last ? ['it didn’t count'] : []),
  ];
  known.unsure = refused && !last;
  known.drafts = last ? fitting(last, possible) : possible;
  if (last) goOnFrom(known, last);
  known.newest = meant.at(-1) ?? known.newest;
  return { faults, tooFast, stale: meant.length - present.length, flaws };
}

function goOnFrom(known: Known, card: ShownCard): void {
  if (known.newest && openIn(card) !== known.open) known.past = [...known.past, known.newest].slice(-PAST);
  known.open = openIn(card);
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
