import { expect } from 'chai';
import type { Offer, ShownCard } from './readCard.ts';

/** One person's private chat with the bot, on some channel. Every deed waits for the card that answers it. */
export interface Chat {
  /** Opens the page, or installs the app: the first card comes. */
  arrive(): Promise<void>;
  say(text: string): Promise<void>;
  /** Types what the bot keeps silent on, since an agent hears it. */
  tell(text: string): Promise<void>;
  /** Pastes a link in the form in which this channel delivers one. */
  paste(link: string): Promise<void>;
  /** Sends a click's data as they are, as if from the card with that message id. */
  click(data: object, message: string): Promise<void>;
  /** Waits for the next thing that comes without having been asked for, and gives it: from then on it is among the cards. */
  hear(): Promise<ShownCard>;
  /** The cards of the bot, oldest first, in the state in which they now are. */
  cards(): readonly ShownCard[];
  /** Cards that came in answer to the newest deed. */
  answers(): number;
  /** Ticks that came in answer to it: they are no cards, and the one before stays what it is. */
  ticks(): number;
  leave(): Promise<void>;
}

/** A line of a conversation. */
export type Line = (chat: Chat) => void | Promise<void>;

/** Plays the lines in their order. */
export async function play(chat: Chat, lines: readonly Line[]): Promise<void> {
  for (const line of lines) await line(chat);
}

/** The person types, and gets exactly one card. */
export const says =
  (text: string): Line =>
  async (chat) => {
    await chat.say(text);
    expect(chat.answers(), `cards in answer to “${text.slice(0, 40)}”`).to.equal(1);
  };

export const pastes =
  (link: string): Line =>
  (chat) =>
    chat.paste(link);

/** The person taps a button or a row of the newest card by (the beginning of) its label, and gets exactly one card. */
export const clicks =
  (label: string): Line =>
  async (chat) => {
    const card = newestCard(chat);
    const offer =
      card.offers.find((each) => each.label === label) ?? card.offers.find((each) => each.label.startsWith(label));
    expect(
      offer,
      `no “${label}” on “${card.title}”: ${card.offers.map((each) => each.label).join(' | ')}`,
    ).to.not.equal(undefined);
    await chat.click(submitted(card, offer), card.id);
    expect(chat.answers(), `cards in answer to [${label}]`).to.equal(1);
  };

/** What a client sends: the button's data, with what stands in the fields that it takes along. */
export function submitted({ values }: ShownCard, offer: Offer | undefined): Record<string, unknown> {
  const data = { ...offer?.data };
  return { ...data, ...Object.fromEntries(Object.entries(values).filter(([field]) => field in data)) };
}

/**
 * The person puts a text into the first field of the newest card that has any, or into each by its id, sends it by that
 * button, and gets exactly one card.
 */
export const fills =
  (label: string, text: string | Readonly<Record<string, string>>): Line =>
  async (chat) => {
    const card = [...chat.cards()].reverse().find((each) => each.fields.length > 0);
    const offer = card?.offers.find((each) => each.label === label);
    expect(offer, `no field to send by “${label}”`).to.not.equal(undefined);
    const typed = typeof text === 'string' ? { [card?.fields[0] ?? '']: text } : text;
    await chat.click({ ...(card && submitted(card, offer)), ...typed }, card?.id ?? '');
    expect(chat.answers(), `cards in answer to [${label}]`).to.equal(1);
  };

/** The person types, and gets a tick and no card. */
export const isTicked =
  (text: string): Line =>
  async (chat) => {
    await chat.say(text);
    expect([chat.ticks(), chat.answers()], `ticks and cards in answer to “${text.slice(0, 40)}”`).to.deep.equal([1, 0]);
  };

/** The person types to an agent: the bot says nothing. */
export const tells =
  (text: string): Line =>
  (chat) =>
    chat.tell(text);

/** Something comes unasked, and says this. */
export const hears =
  (...texts: readonly string[]): Line =>
  async (chat) => {
    const { text } = await chat.hear();
    for (const each of texts) expect(plainly(text)).to.include(plainly(each));
  };

/** The newest card says this, anywhere on it. */
export const sees =
  (...texts: readonly string[]): Line =>
  (chat) => {
    const { text } = newest(chat);
    for (const each of texts) expect(plainly(text)).to.include(plainly(each));
  };

export const doesNotSee =
  (...texts: readonly string[]): Line =>
  (chat) => {
    const { text, offers } = newest(chat);
    for (const each of texts) expect(`${text}\n${offers.map(({ label }) => label).join('\n')}`).to.not.include(each);
  };

/** The newest card offers these. */
export const isOffered =
  (...labels: readonly string[]): Line =>
  (chat) => {
    expect(newestCard(chat).offers.map(({ label }) => label)).to.include.members([...labels]);
  };

/** The newest card has a button that opens this address. */
export const canOpen =
  (url: string): Line =>
  (chat) => {
    expect(newest(chat).links).to.include(url);
  };

/** The card before the newest was answered: it says what was chosen and offers nothing any more. */
export const closedWith =
  (chosen: string): Line =>
  (chat) => {
    const before = chat.cards().at(-2);
    expect(before?.text).to.include(chosen);
    expect(before?.offers).to.deep.equal([]);
  };

/** What a message is that only says that something was taken. */
export const TICK = '✓';

/** The newest card of a chat. */
export function newest(chat: Chat): ShownCard {
  const card = chat.cards().at(-1);
  if (!card) throw new Error('no card yet');
  return card;
}

/** The newest that can be tapped: what the bot says in words alone leaves the card above it as it is. */
export function newestCard(chat: Chat): ShownCard {
  const isWords = ({ title, offers }: ShownCard) => title === '' && offers.length === 0;
  return chat.cards().findLast((each) => !isWords(each)) ?? newest(chat);
}

function plainly(text: string): string {
  return text.replaceAll('’', "'");
}
