import type { DeskPlace, DeskPlaces, PlaceChange } from '../../helpdesk/desk/deskPlace.ts';
import type { OpenCasesPayload } from '../outbox/rowPayload.ts';

export interface MoveDeskParts {
  readonly places: Pick<DeskPlaces, 'get' | 'set'>;
  readonly newId: () => string;
}

/**
 * Says where a line of the desk works from now on, and with it that its open cases are to be posted there: a process
 * that ends in between forgets none. The cases are read once the place counts, so that none is posted in the old one
 * after that. Throws `storage-failed`.
 */
export async function moveDesk({ places, newId }: MoveDeskParts, place: DeskPlace, change: PlaceChange): Promise<void> {
  const before = await places.get(place.line);
  const left = before?.key === place.key ? null : before;
  const payload: OpenCasesPayload = { kind: 'open-cases', line: place.line, left };
  await places.set(place, change, [{ id: newId(), queue: `desk-moved:${place.line}`, person: null, payload }]);
}
