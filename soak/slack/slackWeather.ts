import type { SlackFault } from '../../test/support/fakeSlackAnswers.ts';
import type { SlackRequest } from '../../test/support/fakeSlackCall.ts';

/** How often calls fail, of 1; of those that aren't named: `OTHER`. Source: docs/reliability.md, `slack`. */
const FAILS: Readonly<Record<string, number>> = {
  'chat.postMessage': 0.25,
  'chat.postEphemeral': 0.25,
  'chat.update': 0.25,
  'conversations.history': 0.2,
  'conversations.replies': 0.2,
  'views.open': 0.2,
};
const OTHER = 0.05;

/** Longest Retry-After, in seconds. */
const LONGEST_WAIT = 3;

/** What happens to one call of the bot's; undefined: it is done and answered. */
export function createSlackWeather(
  random: () => number,
  isFair: () => boolean,
): (call: Pick<SlackRequest, 'method'>) => SlackFault | undefined {
  return ({ method }) => {
    if (isFair() || random() >= (FAILS[method] ?? OTHER)) return undefined;
    switch (Math.floor(random() * 4)) {
      case 0: {
        const seconds = 1 + Math.floor(random() * LONGEST_WAIT);
        return { answer: 429, headers: { 'retry-after': String(seconds) } };
      }
      case 1:
        return { answer: 500 };
      case 2:
        return { answer: 'lost' };
      default:
        return { answer: 'silence' };
    }
  };
}
