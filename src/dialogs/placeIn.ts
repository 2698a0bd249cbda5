import { type Pack, placeOf, positionOf } from '../knowledge/index.ts';
import type { CaseTurn } from './caseTurn.ts';
import { placeOfCase } from './placeOfCase.ts';

/** The place that a card is shown for. At the way to a person, a case that was sent makes another card of it. */
export function placeIn(pack: Pack, { draft, desk }: CaseTurn): string {
  const place = placeOf(positionOf(pack, draft));
  return place === 'person' && desk?.live ? placeOfCase(desk.live.id) : place;
}

/** Whether the card is the one that hands a case over to a helpdesk. */
export function isAtHandOver(pack: Pack, { draft, desk }: Pick<CaseTurn, 'draft' | 'desk'>): boolean {
  return desk !== null && desk.live === null && positionOf(pack, draft).at === 'person';
}
