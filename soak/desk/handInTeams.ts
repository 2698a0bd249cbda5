import { postActivity } from '../../test/support/postActivity.ts';
import type { Offer } from '../../test/support/readCard.ts';
import {
  type TeamsActivity,
  type TeamsPerson,
  type TeamsThread,
  teamsActivities,
} from '../../test/support/teamsActivity.ts';
import { type CourierParts, createCourier } from '../people/courier.ts';
import type { Copies } from '../people/seat.ts';
import type { Hand, HandedIn } from './hand.ts';
import { until } from './patience.ts';
import { caseOn, type DeskMessage, type OnDesk, type Screen } from './screen.ts';

/** What somebody at the desk’s channel needs. */
export interface HandParts {
  readonly who: TeamsPerson;
  readonly channel: string;
  readonly serviceUrl: string;
  readonly screen: Screen;
  readonly origin: () => Promise<string>;
  readonly courier: CourierParts;
  readonly copies: () => Copies;
  readonly random: () => number;
}

/** How long somebody waits for a small card that they have asked for, in milliseconds, and how often they ask. */
const FORM_WITHIN = 4_000;
const MOST_ASKED = 10;

/** How long somebody looks at a card for a button that has to come, in milliseconds. */
const OFFERED_WITHIN = 120_000;

/** Of all replies, those that are typed in the thread; the others are written on a card. */
const TYPED = 0.6;

/** Somebody in the channel. */
export function handInTeams(parts: HandParts): Hand & { says(text: string): Promise<HandedIn> } {
  const { who, channel, serviceUrl, screen, origin, random } = parts;
  const courier = createCourier(parts.courier);
  const own = teamsActivities(serviceUrl, who);
  const used = new Set<string>();

  const deliver = async (activity: TeamsActivity): Promise<HandedIn> => {
    const post = async (signal: AbortSignal) => {
      const to = await origin();
      return { status: await postActivity(to, activity, { signal }), to };
    };
    await courier.deliver(post, parts.copies());
    return { at: Date.now(), messages: [String(activity['id'])], said: null };
  };
  const at = (root: string): TeamsThread => ({ channel, root });
  const tap = (message: DeskMessage, data: object) =>
    deliver(own.clicks(data, message.id, at(message.thread ?? message.id)));
  const type = (on: OnDesk, text: string) => deliver(own.says(text, at(on.root)));

  /** Taps what brings a small card, until it comes; gives the first of its buttons that fits, and the card. */
  const askFor = async (
    id: string,
    form: string,
    verb: string,
  ): Promise<{ card: DeskMessage; offer: Offer } | null> => {
    const isOpener = ({ data }: Offer) => data['verb'] === 'desk-form' && data['form'] === form;
    const isIt = (message: DeskMessage) =>
      !used.has(message.id) && caseOn(message) === id && offerOf(message, ofVerb(verb)) !== null;
    for (let asked = 0; asked < MOST_ASKED; asked++) {
      const on = await until(() => firstWith(screen.cardsOf(id), isOpener), OFFERED_WITHIN);
      if (on === null) return null;
      await tap(on.card, on.offer.data);
      const forms = () => [screen.inThreadOf(id, isIt) ?? []].flat();
      const found = await until(() => firstWith(forms(), ofVerb(verb)), FORM_WITHIN);
      if (found === null) continue;
      used.add(found.card.id);
      return found;
    }
    return null;
  };

  return {
    name: who.name,
    says: (text) => deliver(own.says(text, { channel })),
    async claim(on) {
      const offer = offerOf(on.card, ofVerb('desk-claim'));
      return offer && tap(on.card, offer.data);
    },
    async reply(on, text) {
      if (random() < TYPED) return type(on, `reply ${text}`);
      const form = await askFor(on.case, 'reply', 'desk-reply');
      return form && tap(form.card, { ...form.offer.data, text });
    },
    note: (on, text) => type(on, text),
    async solve(on) {
      const form = await askFor(on.case, 'solve', 'desk-solve');
      return form && tap(form.card, form.offer.data);
    },
    settled: courier.settled,
  };
}

function ofVerb(verb: string): (offer: Offer) => boolean {
  return ({ data }) => data['verb'] === verb;
}

/** The first of these cards that has such a button, and the button. */
function firstWith(cards: readonly DeskMessage[], fits: (offer: Offer) => boolean) {
  const found = cards.flatMap((card) => {
    const offer = offerOf(card, fits);
    return offer === null ? [] : [{ card, offer }];
  });
  return found[0] ?? null;
}

function offerOf({ offers }: Pick<DeskMessage, 'offers'>, fits: (offer: Offer) => boolean): Offer | null {
  return offers.find(fits) ?? null;
}
