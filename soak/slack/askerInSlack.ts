import { en } from '../../src/cards/text/en.ts';
import { offeredInSlack, typedIn } from '../../test/support/offeredInSlack.ts';
import type { Offer } from '../../test/support/readCard.ts';
import { tappedButton } from '../../test/support/slackActions.ts';
import { slackOffers } from '../../test/support/slackOffers.ts';
import { directChannel, WORKSPACE } from '../../test/support/slackWorkspace.ts';
import { type Asker, createAsker, type Seen } from '../desk/asker.ts';
import type { Message, Seat } from '../people/seat.ts';
import type { SlackCalls } from './slackCalls.ts';
import { createSlackHands, type SlackHands, type SlackHandsParts, type Tapped } from './slackHands.ts';

/** What somebody who asks for help in Slack needs. */
export interface SlackAskerParts extends Omit<SlackHandsParts, 'slack'> {
  readonly calls: SlackCalls;
  /** Begins by the command, instead of saying hello. */
  readonly byCommand: boolean;
}

/** Somebody in a direct message with the bot. */
export interface SlackAsker extends Asker {
  /** Asks by the command where they are, and whether the newest message is then a card that can be tapped. */
  asksAtLast(): Promise<boolean>;
}

/** How long the last answer may take, in milliseconds. */
const ANSWERED_WITHIN = 30_000;

/** What they see is read from the calls of the bot. */
export function askerInSlack(parts: SlackAskerParts): SlackAsker {
  const { calls, who } = parts;
  const direct = directChannel(who);
  const hands = createSlackHands({ ...parts, slack: calls.slack });
  const seen = watch(calls, direct);
  const seat = seatOf(parts, hands, seen);
  const asker = createAsker({ kind: 'slack', seat, seen: () => seen, copies: parts.copies });
  return Object.assign(asker, {
    async asksAtLast() {
      const before = seen.length;
      await hands.deliver('commands', hands.person.commands());
      const end = Date.now() + ANSWERED_WITHIN;
      const canTap = () => (seen.findLast(({ isChange }) => !isChange)?.card.offers.length ?? 0) > 0;
      while (!(seen.length > before && canTap()) && Date.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return seen.length > before && canTap();
    },
  });
}

/** All that comes into a direct message but that something failed: `judgeFaults` has the calls that say why. */
function watch({ onCall }: SlackCalls, direct: string): readonly Seen[] {
  const seen: Seen[] = [];
  onCall(({ conversation, operation, card, at, life, shown, marks }) => {
    const isSeen = conversation === direct && operation !== 'other' && shown !== '';
    if (!isSeen || card.title === en.faults.title) return;
    seen.push({ card: { ...card, id: shown }, at, life, isChange: operation === 'update', marks });
  });
  return seen;
}

function seatOf({ calls, who, byCommand }: SlackAskerParts, hands: SlackHands, seen: readonly Seen[]): Seat {
  const { person, deliver, settled } = hands;
  const direct = directChannel(who);
  const send = async (message: Message): Promise<string> => {
    if ('text' in message) await deliver('events', person.says(message.text));
    else await click(hands, { posts: () => calls.slack.posts(direct), seen }, message);
    return '';
  };
  return {
    name: `slack:${WORKSPACE.team}:${direct}`,
    async arrive() {
      if (byCommand) await deliver('commands', person.commands());
      else await deliver('events', person.says('hello'));
      return [];
    },
    send: (messages) => Promise.all(messages.map(send)),
    news: async () => [],
    hasNews: async () => true,
    settled,
    leave: () => undefined,
  };
}

type Click = Extract<Message, { readonly value: unknown }>;

interface Chat {
  readonly posts: () => ReturnType<SlackCalls['slack']['posts']>;
  readonly seen: readonly Seen[];
}

async function click({ tap }: SlackHands, chat: Chat, { value, on }: Click): Promise<void> {
  const errors = await tap((taps) => (taps === 0 ? null : onNewest(chat, on, value)) ?? onMessage(chat, on, value));
  const [error] = Object.values(errors);
  if (error !== undefined) throw new Error(`a form was refused: ${error}`);
}

function onMessage({ posts }: Chat, on: string, value: Click['value']): Tapped {
  const { blocks = [], text = '', thread = null } = posts().find(({ ts }) => ts === on) ?? {};
  const offer = offeredInSlack(slackOffers(blocks), value);
  const element = offer?.element ?? tappedButton(value, 'forged:1');
  return { message: { ts: on, blocks, text, thread }, element, typed: offer?.opens ? typedIn(value, offer) : null };
}

/**
 * On a card that came after that one and does the same: an earlier message of theirs may have come late, and the bot says
 * of the card before that it is an earlier one.
 */
function onNewest(chat: Chat, on: string, value: Click['value']): Tapped | null {
  const isSame = ({ data }: Offer) => data['verb'] === value['verb'] && data['case'] === value['case'];
  const at = chat.seen.findLastIndex(({ card, isChange }) => !isChange && card.id === on);
  const later = at < 0 ? [] : chat.seen.slice(at + 1).filter(({ isChange }) => !isChange);
  const card = later.findLast(({ card: { offers } }) => offers.some(isSame))?.card;
  const offer = card?.offers.find(isSame);
  return card && offer ? onMessage(chat, card.id, { ...value, card: offer.data['card'] }) : null;
}
