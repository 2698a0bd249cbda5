import type { DeskPlaces } from '../../helpdesk/desk/deskPlace.ts';
import type { Log } from '../../log.ts';

/** Places as they are, and whether the first line's was lost when it was last heard of. */
export interface WatchedPlaces {
  readonly places: DeskPlaces;
  /** The desk can’t be posted to just now: nothing should be promised in its name. */
  readonly isLost: () => boolean;
}

/** Every private turn asks where the desk is, so what is known is never old. */
export function watchPlaces(places: DeskPlaces, log: Log): WatchedPlaces {
  let isLost = false;
  return {
    isLost: () => isLost,
    places: {
      ...places,
      async get(line) {
        const place = await places.get(line);
        if (line === 'first') isLost = place !== null && place.lost !== null;
        return place;
      },
      async markLost(key, why) {
        await places.markLost(key, why);
        log.error(
          { conversation: key, code: why },
          'the desk can’t be posted to any more: cases wait until it is elsewhere',
        );
      },
    },
  };
}
