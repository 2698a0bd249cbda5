import type { DeskPlace, DeskPlaces } from '../helpdesk/desk/deskPlace.ts';
import { everyPlace } from '../helpdesk/desk/everyPlace.ts';

/** What whoever watches the process should know of the desk: a line for each line of it that can't be posted to. */
export async function deskNotes(places: Pick<DeskPlaces, 'get'>): Promise<readonly string[]> {
  const all = await everyPlace(places);
  return all.flatMap((place) =>
    place.lost === null
      ? []
      : [`desk: nothing can be posted to the ${place.line} line (${place.lost}); ${adviceFor(place)}`],
  );
}

/** What the configuration has set, nobody can change by saying so: `desk here` would move another line, or is refused. */
function adviceFor({ line, setBy }: DeskPlace): string {
  if (setBy !== null) return 'say “desk here” in a channel';
  return `set ${line === 'first' ? 'DESK_CHANNEL' : 'ESCALATE_TO'} anew and start the bot again`;
}
