import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import { type Action, FIELD_LIMIT } from '../cards/actions.ts';
import { closedView } from '../cards/closedView.ts';
import type { CardView } from '../cards/model.ts';
import { asksForLink, numberedChoices, offeredLabel } from '../cards/offers.ts';
import { readTyped } from '../cards/readTyped.ts';
import { plain, rich } from '../cards/richText.ts';
import { joinLinkView } from '../cards/views/joinLinkView.ts';
import { viewAt } from '../cards/views/viewAt.ts';
import type { ViewContext } from '../cards/views/viewContext.ts';
import { withNotice } from '../cards/views/withNotice.ts';
import { findJoinLink, type JoinLink, newDraft, openAside } from '../knowledge/index.ts';
import { applyAction } from './applyAction.ts';
import { cardActivity } from './cardActivity.ts';
import { caseTurnOf } from './caseTurn.ts';
import { incomingOf } from './incoming.ts';

export const CARD_PROMPT = 'card';

/** What every card is made with. */
export interface CardPromptSettings extends Omit<ViewContext, 'draft'> {
  /** A new random id for a card. */
  readonly newCardId: () => string;
}

/** What is kept of an open card. */
interface OpenCard {
  /** The id that its clicks carry; used up by the first valid one. */
  card: string;
  /** How often in a row what was said wasn't understood. */
  missed: number;
}

/**
 * Shows the card for the place where the person is, and waits for a click or a text that means one.
 * What it means is applied to the draft, and the dialog ends; anything else is answered and the card stays.
 */
export class CardPrompt extends Dialog {
  readonly #settings: CardPromptSettings;

  constructor(settings: CardPromptSettings) {
    super(CARD_PROMPT);
    this.#settings = settings;
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const open = openCardOf(dc.activeDialog);
    open.card = this.#settings.newCardId();
    open.missed = 0;
    await this.#show(dc.context, open);
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await this.#show(context, openCardOf(instance));
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const open = openCardOf(dc.activeDialog);
    const incoming = incomingOf(dc.context.activity);
    switch (incoming.kind) {
      case 'unreadable':
        return this.#stay(dc, open, this.#settings.texts.notices.oldCard);
      case 'click': {
        const view = this.#view(dc.context);
        const label = offeredLabel(view, incoming.click.action);
        if (incoming.click.card !== open.card || label === null) {
          return this.#stay(dc, open, this.#settings.texts.notices.oldCard);
        }
        await closeClicked(dc.context, closedView(view, label));
        return this.#take(dc, incoming.click.action);
      }
      case 'text':
        return this.#hear(dc, open, incoming);
    }
  }

  async #hear(
    dc: DialogContext,
    open: OpenCard,
    { text, links }: { text: string; links: string },
  ): Promise<DialogTurnResult> {
    const { texts } = this.#settings;
    const view = this.#view(dc.context);
    const link = findJoinLink(`${text}\n${links}`);
    if (link) return this.#answerLink(dc, link);
    if (text.length > FIELD_LIMIT) return this.#stay(dc, open, texts.notices.tooLong(text.length, FIELD_LIMIT));
    const action = readTyped(view, text, texts);
    if (action) return this.#take(dc, action);
    if (asksForLink(view) && text !== '') return this.#answerLink(dc, null);
    const caseTurn = caseTurnOf(dc.context);
    if (caseTurn.draft.cancelled) {
      // Whatever is said after *Stop* is a new hello.
      caseTurn.draft = newDraft(this.#settings.pack);
      return this.#stay(dc, open, null);
    }
    open.missed += 1;
    return this.#stay(dc, open, this.#notUnderstood(dc.context, view, open.missed));
  }

  async #take(dc: DialogContext, action: Action): Promise<DialogTurnResult> {
    if (action.verb === 'link') return this.#answerLink(dc, findJoinLink(action.link));
    const caseTurn = caseTurnOf(dc.context);
    caseTurn.draft = applyAction(this.#settings.pack, caseTurn.draft, action);
    return dc.endDialog();
  }

  /** The link itself is never kept: the answer is one card, and the person stays on the way in. */
  async #answerLink(dc: DialogContext, link: JoinLink | null): Promise<DialogTurnResult> {
    const { pack, texts, newCardId } = this.#settings;
    const open = openCardOf(dc.activeDialog);
    const caseTurn = caseTurnOf(dc.context);
    if (!asksForLink(this.#view(dc.context))) caseTurn.draft = openAside(caseTurn.draft, 'way-in');
    open.card = newCardId();
    open.missed = 0;
    const view = link
      ? joinLinkView(this.#context(dc.context), link)
      : withNotice(this.#view(dc.context), rich(texts.wayIn.notALink(pack.workaround.example)));
    await dc.context.sendActivity(cardActivity({ view, card: open.card }));
    return Dialog.EndOfTurn;
  }

  #notUnderstood(context: TurnContext, view: CardView, missed: number): string | null {
    const { notices } = this.#settings.texts;
    // The first card of all is the answer to any first message, so it isn't a misunderstanding.
    if (missed === 1 && !caseTurnOf(context).draft.started) return null;
    return missed === 1 ? notices.again(numberedChoices(view)) : notices.offerPerson;
  }

  async #stay(dc: DialogContext, open: OpenCard, notice: string | null): Promise<DialogTurnResult> {
    await this.#show(dc.context, open, notice);
    return Dialog.EndOfTurn;
  }

  async #show(context: TurnContext, open: OpenCard, notice: string | null = null): Promise<void> {
    // Another version may have left a prompt without it; its buttons would be dead for ever.
    open.card ||= this.#settings.newCardId();
    const view = this.#view(context);
    await context.sendActivity(
      cardActivity({ view: notice === null ? view : withNotice(view, plain(notice)), card: open.card }),
    );
  }

  #view(context: TurnContext): CardView {
    return viewAt(this.#context(context));
  }

  #context(context: TurnContext): ViewContext {
    return { ...this.#settings, draft: caseTurnOf(context).draft };
  }
}

/** The clicked card is named by the click itself, so nothing has to be kept to find it again. */
async function closeClicked(context: TurnContext, view: CardView): Promise<void> {
  const id = context.activity.replyToId;
  if (id) await context.updateActivity({ ...cardActivity({ view, card: null }), id });
}

function openCardOf(instance: DialogInstance | undefined): OpenCard {
  if (!instance) throw new TypeError('no dialog is active');
  return instance.state;
}
