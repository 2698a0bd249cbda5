import type { DeskPlaces } from '../helpdesk/desk/deskPlace.ts';

/** What whoever watches the process should know of the desk: a line for each line of it that can't be posted to. */
export async function deskNotes(places: Pick<DeskPlaces, 'get'>): Promise<readonly string[]> {
  const all = await Promise.all((['first', 'next'] as const).map((line) => places.get(line)));
  return all.flatMap((place) =>
    place?.lost
      ? [`desk: nothing can be posted to the ${place.line} line (${place.lost}); say “desk here” in a channel`]
      : [],
  );
}
