import type { DeskPlace, DeskPlaces } from '../../helpdesk/desk/deskPlace.ts';
import { everyPlace } from '../../helpdesk/desk/everyPlace.ts';
import type { Log } from '../../log.ts';

/** Places as they are, and what was last heard of them, which nobody has to ask for. */
export interface WatchedPlaces {
  readonly places: DeskPlaces;
  /** The first line has one. */
  readonly isThere: () => boolean;
  /** A line can’t be posted to just now: unless it has another place, nothing should be promised in its name. */
  readonly isLost: (line: DeskPlace['line']) => boolean;
}

/** What is set, lost or found here is known at once; what another process has learnt, with the next `get` of that line. */
export function watchPlaces(places: DeskPlaces, log: Log): WatchedPlaces {
  const known: Record<DeskPlace['line'], DeskPlace | null> = { first: null, next: null };
  const heard = { first: 0, next: 0 };
  let asked = 0;
  const get: DeskPlaces['get'] = async (line) => {
    asked += 1;
    const mine = asked;
    const place = await places.get(line);
    // What was asked before something was set, and is answered after it, is old by then.
    if (mine > heard[line]) [heard[line], known[line]] = [mine, place];
    return place;
  };
  return {
    isThere: () => known.first !== null,
    isLost: (line) => (known[line]?.lost ?? null) !== null,
    places: {
      ...places,
      get,
      async set(place, change, outbox) {
        await places.set(place, change, outbox);
        await get(place.line);
      },
      async markLost(key, why, at) {
        await places.markLost(key, why, at);
        await everyPlace({ get });
        log.error(
          { conversation: key, code: why },
          'a line of the desk can’t be posted to any more: its cases wait until the bot is mentioned there, or the line is elsewhere',
        );
      },
    },
  };
}
