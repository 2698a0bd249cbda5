import type { Call } from './call.ts';

/** What happens to one call of the desk’s channel. `isShown`: people see the message, whatever the bot is told. */
export interface Weather {
  readonly answer: 'success' | 'silence' | 'reset' | { readonly status: number; readonly retryAfter?: string };
  readonly isShown: boolean;
}

/** Source: docs/reliability.md, `desk`. */
const FAILS = 1 / 3;

/** Longest Retry-After, in seconds. */
const LONGEST_WAIT = 3;

/** Of messages that are to be changed or answered in their thread, and fail. */
const GONE = 0.2;

/** As if all was well. */
export const FAIR: Weather = { answer: 'success', isShown: true };

/** What a message that can’t be changed any more is answered with. */
const NOT_THERE: Weather = { answer: { status: 404 }, isShown: false };

/** Weather in which a message that couldn’t be found once is never found again, as in Teams, however fair it is then. */
export function createWeather(
  random: () => number,
  isFair: () => boolean = () => false,
): (call: Pick<Call, 'operation' | 'about' | 'conversation'>) => Weather {
  const gone = new Set<string>();
  return (call) => {
    const needed = neededBy(call);
    if (needed !== null && gone.has(needed)) return NOT_THERE;
    if (isFair()) return FAIR;
    const weather = weatherOf(needed !== null, random);
    if (weather === NOT_THERE && needed !== null) gone.add(needed);
    return weather;
  };
}

/** The message without which a call comes to nothing: the one that it changes, or in whose thread it posts. */
function neededBy({
  operation,
  about,
  conversation,
}: Pick<Call, 'operation' | 'about' | 'conversation'>): string | null {
  if (operation === 'update') return about;
  return operation === 'send' ? (conversation.split(';messageid=')[1] ?? null) : null;
}

/** A call fails a third of the time, in one of the ways in which Teams fails. */
function weatherOf(needsMessage: boolean, random: () => number): Weather {
  if (random() >= FAILS) return FAIR;
  if (needsMessage && random() < GONE) return NOT_THERE;
  // Of what is answered so nobody knows whether it was taken: half of it was.
  const isShown = random() < 0.5;
  switch (Math.floor(random() * 4)) {
    case 0: {
      const seconds = 1 + Math.floor(random() * LONGEST_WAIT);
      return { answer: { status: 429, retryAfter: String(seconds) }, isShown: false };
    }
    case 1:
      return { answer: { status: 503 }, isShown };
    case 2:
      return { answer: 'reset', isShown };
    default:
      return { answer: 'silence', isShown };
  }
}
