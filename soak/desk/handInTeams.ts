import { postActivity } from '../../test/support/postActivity.ts';
import {
  type TeamsActivity,
  type TeamsPerson,
  type TeamsThread,
  teamsActivities,
} from '../../test/support/teamsActivity.ts';
import { type CourierParts, createCourier } from '../people/courier.ts';
import type { Copies } from '../people/seat.ts';
import { createAskForForm } from './askForForm.ts';
import type { Hand, HandedIn } from './hand.ts';
import { offerOf, ofVerb } from './offerOf.ts';
import type { DeskMessage, OnDesk, Screen } from './screen.ts';

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

/** Of all replies, those that are typed in the thread; the others are written on a card. */
const TYPED = 0.6;

/** Somebody in the channel. */
export function handInTeams(parts: HandParts): Hand & { says(text: string): Promise<HandedIn> } {
  const { who, channel, serviceUrl, screen, origin, random } = parts;
  const courier = createCourier(parts.courier);
  const own = teamsActivities(serviceUrl, who);

  const deliver = async (activity: TeamsActivity): Promise<HandedIn> => {
    const began = Date.now();
    const post = async (signal: AbortSignal) => {
      const to = await origin();
      return { status: await postActivity(to, activity, { signal }), to };
    };
    await courier.deliver(post, parts.copies());
    return { began, at: Date.now(), messages: [String(activity['id'])], said: null, thread: null };
  };
  const at = (root: string): TeamsThread => ({ channel, root });
  const tap = (message: DeskMessage, data: object) =>
    deliver(own.clicks(data, message.id, at(message.thread ?? message.id)));
  const type = async (on: OnDesk, text: string): Promise<HandedIn> => {
    return { ...(await deliver(own.says(text, at(on.root)))), thread: on.root };
  };

  const askFor = createAskForForm(screen, tap);

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
