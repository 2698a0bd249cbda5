import { en } from '../../src/cards/text/en.ts';
import { type SlackOffer, slackOffers } from '../../test/support/slackOffers.ts';
import type { Hand, HandedIn } from '../desk/hand.ts';
import { ofVerb } from '../desk/offerOf.ts';
import { until } from '../desk/patience.ts';
import type { OnDesk, Screen } from '../desk/screen.ts';
import { placeOf, toldIn } from './slackCalls.ts';
import { createSlackHands, type SlackHandsParts } from './slackHands.ts';

/** What somebody at the desk's channel needs. */
export interface SlackHandParts extends SlackHandsParts {
  readonly channel: string;
  readonly screen: Screen;
  readonly random: () => number;
  /** Told of each case that was claimed, once that was answered 200. */
  readonly onClaim: (id: string) => void;
}

/** Of all answers and notes, those that are typed in the thread; the others are written in a form. */
const TYPED = 0.5;

/** How long somebody looks at a card for a button that has to come, in milliseconds. */
const OFFERED_WITHIN = 120_000;

/** Somebody in the channel. */
export function handInSlack(parts: SlackHandParts): Hand & { desksHere(): Promise<void> } {
  const { who, slack, channel, screen, random, now } = parts;
  const { person, deliver, tap, settled } = createSlackHands(parts);
  const done = (began: Date, root: string, how: Partial<Pick<HandedIn, 'thread' | 'said'>> = {}): HandedIn => {
    const conversation = placeOf(channel, root);
    const messages = [toldIn(conversation), toldIn(conversation, who.id)];
    return { began: began.getTime(), at: now().getTime(), messages, said: null, thread: null, ...how };
  };
  const type = async ({ root }: OnDesk, text: string) => {
    const began = now();
    await deliver('events', person.says(text, { channel, thread: root }));
    return done(began, root, { thread: root });
  };
  /** The newest card of a case, with its first such button. */
  const offered = (id: string, fits: (offer: SlackOffer) => boolean) => {
    const drawn = slack.posts(channel).find(({ ts }) => ts === screen.get(id)?.root);
    const offer = slackOffers(drawn?.blocks ?? []).find(fits);
    return drawn === undefined || offer === undefined ? null : { drawn, offer };
  };
  const fillIn = async (id: string, form: string, typed: Readonly<Record<string, string>>) => {
    const isIt = ({ data }: SlackOffer) => data['verb'] === 'desk-form' && data['form'] === form;
    const found = await until(() => offered(id, isIt), OFFERED_WITHIN);
    if (found === null) return null;
    const { drawn, offer } = found;
    const began = now();
    const errors = await tap(() => ({ message: drawn, element: offer.element, typed }));
    return done(began, drawn.ts, { said: Object.values(errors)[0] ?? null });
  };

  return {
    name: who.name,
    async desksHere() {
      for (const event of person.mentions('desk here', { channel })) await deliver('events', event);
    },
    async claim(on) {
      const found = offered(on.case, ofVerb('desk-claim'));
      if (found === null) return null;
      const began = now();
      await tap(() => ({ message: found.drawn, element: found.offer.element, typed: null }));
      parts.onClaim(on.case);
      return done(began, found.drawn.ts);
    },
    reply: (on, text) => (random() < TYPED ? type(on, `reply ${text}`) : fillIn(on.case, 'reply', { text })),
    note: (on, text) =>
      random() < TYPED ? type(on, text) : fillIn(on.case, 'more', { choice: en.desk.actions.note, text }),
    solve: (on) => fillIn(on.case, 'solve', {}),
    settled,
  };
}
