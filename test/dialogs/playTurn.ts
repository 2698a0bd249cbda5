import { type Activity, TestAdapter, TurnContext } from 'botbuilder';
import type { CardView, OutgoingCard } from '../../src/cards/model.ts';
import { choicesOf, submitsOf } from '../../src/cards/offers.ts';
import { en } from '../../src/cards/text/en.ts';
import { caseDialogs } from '../../src/dialogs/caseDialogs.ts';
import { type CaseStep, runCase } from '../../src/dialogs/runCase.ts';
import type { Pack } from '../../src/knowledge/index.ts';
import { readState } from '../../src/storage/readState.ts';
import type { ConversationState } from '../../src/turn/turnStore.ts';
import { sampleDeskTurn } from '../support/sampleDeskTurn.ts';

/** What a turn came to. */
export interface PlayedTurn {
  /** The state as it comes back from storage. */
  readonly state: ConversationState;
  readonly cards: readonly OutgoingCard[];
  /** The clicked card as it was closed, where it was. */
  readonly closed: readonly CardView[];
}

/**
 * Turns of the case dialogs over one pack, without a channel. Ids of cards count up from `card-1`. `hasDesk`: cases can
 * be sent; by default there is no desk.
 */
export function turnsOver(pack: Pack, { hasDesk = false } = {}) {
  let cards = 0;
  const newCardId = () => `card-${++cards}`;
  const dialogs = caseDialogs({ pack, texts: en, contact: undefined, newCardId });
  const play = async (stored: unknown, incoming: Partial<Activity>, step: CaseStep): Promise<PlayedTurn> => {
    const { context, sent, closed } = contextOf(incoming);
    const before = readState(JSON.stringify(stored));
    const desk = hasDesk ? sampleDeskTurn(pack, before) : null;
    const state = await runCase({ dialogs, pack }, context, { state: before, step, desk });
    return { state: JSON.parse(JSON.stringify(state)), cards: sent, closed };
  };
  return {
    says: (stored: unknown, text: string) => play(stored, { text }, 'go-on'),
    clicks: (stored: unknown, value: unknown) => play(stored, { value, replyToId: 'message' }, 'go-on'),
    showsAgain: (stored: unknown) => play(stored, { text: 'hello' }, 'show-again'),
  };
}

/** What can be tapped on a card, as its clicks' data. */
export function tapsOf({ view, card }: OutgoingCard): object[] {
  if (card === null) return [];
  return [...choicesOf(view), ...submitsOf(view)].map(({ action }) => ({ ...action, card }));
}

/** All that is said in the notices of a card. */
export function noticesOf({ view }: OutgoingCard): string[] {
  return view.blocks.flatMap((block) => (block.kind === 'notice' ? [block.text.map(({ text }) => text).join('')] : []));
}

function contextOf(incoming: Partial<Activity>) {
  const sent: OutgoingCard[] = [];
  const closed: CardView[] = [];
  const context = new TurnContext(new TestAdapter(), {
    type: 'message',
    channelId: 'test',
    conversation: { id: 'c', name: '', isGroup: false, conversationType: 'personal' },
    from: { id: 'u', name: '' },
    recipient: { id: 'b', name: '' },
    ...incoming,
  });
  const cardsIn = ({ attachments = [] }: Partial<Activity>) =>
    attachments.map(({ content }) => content as OutgoingCard);
  context.onSendActivities(async (_, activities) => {
    sent.push(...activities.flatMap(cardsIn));
    return [];
  });
  context.onUpdateActivity(async (_, activity) => {
    closed.push(...cardsIn(activity).map(({ view }) => view));
  });
  return { context, sent, closed };
}
