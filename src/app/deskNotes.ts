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

/**
 * A mention is enough to mend it; where the configuration says where it is, the start is, too. What is set there, nobody
 * can change by saying so: `desk here` would move another line, or is refused.
 */
function adviceFor({ line, setBy }: DeskPlace): string {
  if (setBy !== null) return 'say “desk here” in a channel, or add the bot again where it was and mention it there';
  const setting = line === 'first' ? 'DESK_CHANNEL' : 'ESCALATE_TO';
  return `add the bot there again and mention it there, or set ${setting} to another channel and start the bot again`;
}
