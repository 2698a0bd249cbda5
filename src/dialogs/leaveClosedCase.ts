import { back, type Draft, type Pack, positionOf } from '../knowledge/index.ts';
import type { CaseTurn } from './caseTurn.ts';
import { placeOfCase } from './placeOfCase.ts';

/** Where a turn begins: the draft, and the card that the person has before them. */
type Beginning = Pick<CaseTurn, 'draft' | 'before' | 'desk'>;

/**
 * The way to a person leads to a case, once one was sent. When that is over, whoever has its card before them is back in
 * the fix, where they came from, and what they do next is done there.
 */
export function leaveClosedCase(pack: Pack, { draft, before, desk }: Beginning): Pick<CaseTurn, 'draft' | 'before'> {
  if (typeof before !== 'object' || !before.place.startsWith(placeOfCase(''))) return { draft, before };
  if (desk?.live && before.place === placeOfCase(desk.live.id)) return { draft, before };
  return { draft: withoutAside(pack, draft), before: { ...before, place: '' } };
}

function withoutAside(pack: Pack, draft: Draft): Draft {
  const position = positionOf(pack, draft);
  return position.at === 'person' && position.asked ? back(pack, draft) : draft;
}
