import { en } from '../../src/cards/text/en.ts';
import type { CaseEvent } from '../../src/helpdesk/cases/caseEntry.ts';
import type { Written } from './book.ts';
import type { Known } from './known.ts';
import { mayBeUnnoted } from './mayBeAgain.ts';
import { toldOf } from './toldOf.ts';

interface Refusal {
  readonly said: string;
  readonly isTrue: (known: Known, written: Written) => boolean;
}

/** Each sentence that may be said of something that isn’t done here, and whether it was so. */
const REFUSALS: readonly Refusal[] = [
  {
    said: en.desk.whichCase,
    isTrue: (known, written) => isUnderAnEarlierCard(known, written) || isUnderACardToBeNoted(known, written),
  },
  {
    said: en.requests.refused.closed,
    isTrue: (known, written) => hasHappened(known, written.case, { kind: 'closed', by: written.at }),
  },
  {
    said: en.requests.refused.unreachable,
    isTrue: (known, written) => hasHappened(known, written.case, { kind: 'unreachable', by: written.at }),
  },
];

/**
 * Why something isn’t in its case: what its writer was told, if that is so by the channel and the trail, also where the
 * channel failed to take the sentence. Null where there was none, or any other.
 */
export function refusalOf(known: Known, written: Written): string | null {
  const told = toldOf(known, written);
  return REFUSALS.find(({ said, isTrue }) => told.includes(said) && isTrue(known, written))?.said ?? null;
}

/** The case’s card was posted again after the one under which it was typed, of which the bot knows no more. */
function isUnderAnEarlierCard({ roots }: Known, { case: id, thread }: Written): boolean {
  const shown = (roots.get(id)?.posts ?? []).filter((post) => post.shown !== '');
  const at = shown.findIndex((post) => post.shown === thread);
  return at >= 0 && at < shown.length - 1;
}

/** No answer came to the post of that card, or its life ended before it noted it; none had found it when this was begun. */
function isUnderACardToBeNoted(known: Known, written: Written): boolean {
  const { roots, lives } = known;
  const post = (roots.get(written.case)?.posts ?? []).find(({ shown }) => shown !== '' && shown === written.thread);
  const isNoted = hasHappened(known, written.case, { kind: 'on-screen', by: written.began });
  if (post === undefined || isNoted) return false;
  return post.fate === 'unclear' || mayBeUnnoted(lives, post) !== 'no';
}

interface Happened {
  readonly kind: CaseEvent['kind'];
  /** In milliseconds since 1970. */
  readonly by: number;
}

function hasHappened({ kept }: Known, id: string, { kind, by }: Happened): boolean {
  const entries = kept.cases.find(({ current }) => current.id === id)?.entries ?? [];
  return entries.some((entry) => entry.event.kind === kind && Date.parse(entry.at) <= by);
}
