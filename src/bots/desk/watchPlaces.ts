import type { DeskPlace, DeskPlaces } from '../../helpdesk/desk/deskPlace.ts';
import type { Log } from '../../log.ts';

/** Places as they are, and what was last heard of the first line's, which nobody has to ask for. */
export interface WatchedPlaces {
  readonly places: DeskPlaces;
  /** There is one. */
  readonly isThere: () => boolean;
  /** The desk can’t be posted to just now: unless it has another place, nothing should be promised in its name. */
  readonly isLost: () => boolean;
}

/** What is set, lost or found here is known at once; what another process has learnt, with the next `get` of the first line. */
export function watchPlaces(places: DeskPlaces, log: Log): WatchedPlaces {
  let first: DeskPlace | null = null;
  let [asked, heard] = [0, 0];
  const get: DeskPlaces['get'] = async (line) => {
    if (line !== 'first') return places.get(line);
    asked += 1;
    const mine = asked;
    const place = await places.get(line);
    // What was asked before something was set, and is answered after it, is old by then.
    if (mine > heard) [heard, first] = [mine, place];
    return place;
  };
  return {
    isThere: () => first !== null,
    isLost: () => first !== null && first.lost !== null,
    places: {
      ...places,
      get,
      async set(place, change, outbox) {
        await places.set(place, change, outbox);
        await get(place.line);
      },
      async markLost(key, why, at) {
        await places.markLost(key, why, at);
        await get('first');
        log.error(
          { conversation: key, code: why },
          'the desk can’t be posted to any more: cases wait until it is elsewhere',
        );
      },
    },
  };
}
