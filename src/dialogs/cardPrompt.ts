import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import { type Action, FIELD_LIMIT, handOverFieldsOf, withoutHandOver } from '../cards/actions.ts';
import { isCaseAction, isPersonClick } from '../cards/caseActions.ts';
import { closedView } from '../cards/closedView.ts';
import type { Block, CardView } from '../cards/model.ts';
import { asksForLink, offeredLabel } from '../cards/offers.ts';
import { readTyped } from '../cards/readTyped.ts';
import { givenBack } from '../cards/views/givenBack.ts';
import { linkAnswerView } from '../cards/views/linkAnswerView.ts';
import { noticeOf } from '../cards/views/noticeOf.ts';
import { viewAt } from '../cards/views/viewAt.ts';
import type { ViewContext } from '../cards/views/viewContext.ts';
import { withNotices } from '../cards/views/withNotice.ts';
import { findJoinLink, type JoinLink, newDraft, openAside } from '../knowledge/index.ts';
import { applyAction } from './applyAction.ts';
import { cardActivity } from './cardActivity.ts';
import { caseTurnOf, goTo } from './caseTurn.ts';
import { closeClicked } from './closeClicked.ts';
import { type CardBefore, type DeskAnswers, deskAnswers } from './deskAnswers.ts';
import { type Incoming, incomingOf } from './incoming.ts';
import { notUnderstood } from './notUnderstood.ts';
import { type OpenCard, openCardOf } from './openCard.ts';
import { isAtHandOver, placeIn } from './placeIn.ts';
import { sayBesides } from './sayBesides.ts';
import { staysAsItIs } from './staysAsItIs.ts';
import { waysOut } from './waysOut.ts';

export const CARD_PROMPT = 'card';

/** What every card is made with. */
export interface CardPromptSettings extends Omit<ViewContext, 'draft' | 'desk'> {
  /** A new random id for a card. */
  readonly newCardId: () => string;
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
    const { notices } = this.#settings.texts;
    const caseTurn = caseTurnOf(dc.context);
    const { before } = caseTurn;
    caseTurn.before = 'none';
    const open = openCardOf(dc.activeDialog);
    if (typeof before === 'object') Object.assign(open, before);
    else await this.#show(dc.context, this.#renewed(open), noticeOf(before === 'lost' ? notices.updated : null));
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const open = openCardOf(instance);
    await this.#show(context, this.#hasMoved(context, open) ? this.#renewed(open) : open);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const open = openCardOf(dc.activeDialog);
    const incoming = incomingOf(dc.context.activity);
    switch (incoming.kind) {
      case 'unreadable':
        return this.#stay(dc, open, this.#settings.texts.notices.oldCard);
      case 'wordless':
        return this.#desk(dc, (notice) => this.#stayBeside(dc, open, notice)).takeFiles(this.#isHandOver(dc.context));
      case 'click':
        return this.#answerClick(dc, open, incoming);
      case 'text':
        return this.#hear(dc, open, incoming);
    }
  }

  async #answerClick(
    dc: DialogContext,
    open: OpenCard,
    { click }: Extract<Incoming, { kind: 'click' }>,
  ): Promise<DialogTurnResult> {
    const { texts } = this.#settings;
    const view = this.#view(dc.context);
    const wayOut = waysOut[click.action.verb];
    if (wayOut && staysAsItIs(click.card)) return this.#take(dc, click.action);
    // So may the open card have, in an earlier version.
    const label =
      offeredLabel(view, click.action) ?? (wayOut && open.card === click.card ? texts.actions[wayOut] : null);
    const desk = this.#desk(dc, (notice) => this.#stay(dc, this.#renewed(open), notice));
    const fields = handOverFieldsOf(click.action);
    if (click.card !== open.card) {
      const kept = desk.keepEarlier(fields, this.#isHandOver(dc.context));
      return kept ?? this.#stay(dc, open, texts.notices.oldCard);
    }
    const hasMoved = this.#hasMoved(dc.context, open) && !(label && wayOut);
    if (label === null || hasMoved) desk.keep(fields);
    if (hasMoved) return this.#update(dc, open);
    if (label === null) return this.#stay(dc, open, texts.notices.oldCard);
    if (click.action.verb === 'link') return this.#takeField(dc, open, { link: click.action.link, label });
    // What stood in its fields is on the card that answers it: this one is an earlier card from then on.
    const done = desk.handOver(click.action, fields);
    if (done) return done;
    desk.keep(fields);
    await closeClicked(dc.context, closedView(view, label));
    return this.#take(dc, click.action);
  }

  async #hear(
    dc: DialogContext,
    open: OpenCard,
    { text, whole, link, begun }: Extract<Incoming, { kind: 'text' }>,
  ): Promise<DialogTurnResult> {
    const { texts } = this.#settings;
    const desk = this.#desk(dc, (notice) => this.#stayBeside(dc, open, notice));
    const isHandOver = this.#isHandOver(dc.context);
    const fields = isHandOver && begun?.card === open.card ? begun.fields : {};
    const view = this.#view(dc.context);
    const isRead = link === null && whole.length <= FIELD_LIMIT;
    // Whoever writes to the helpdesk uses all sorts of words: only one that stands alone means a button there.
    const action = isRead ? readTyped(view, text, texts, { aloneOnly: isHandOver }) : null;
    const done = action && desk.handOver(action, fields);
    if (done) return done;
    desk.keep(fields);
    if (link) return this.#answerLink(dc, link, desk.keepLink(whole, isHandOver));
    if (!isRead) return this.#stayBeside(dc, open, texts.notices.tooLong(whole.length, FIELD_LIMIT));
    // Of the desk's clicks no card of the bot's has one.
    if (action && isCaseAction(action)) return isPersonClick(action) ? desk.leave(action) : this.#update(dc, open);
    if (this.#hasMoved(dc.context, open) && !(action && waysOut[action.verb])) return this.#update(dc, open);
    if (action) return this.#take(dc, action);
    if (isHandOver) return whole === '' ? desk.takeFiles(isHandOver) : desk.write(whole);
    const caseTurn = caseTurnOf(dc.context);
    const live = caseTurn.desk?.live;
    if (asksForLink(view) && text !== '' && !live) return this.#answerLink(dc, null);
    if (live && whole !== '') return desk.add(whole);
    if (caseTurn.draft.cancelled) {
      // Whatever is said after *Stop* is a new hello.
      caseTurn.draft = newDraft(this.#settings.pack);
      return this.#stay(dc, open, null);
    }
    open.missed += 1;
    return this.#stay(dc, open, notUnderstood(caseTurn, { view, missed: open.missed, texts }));
  }

  async #take(dc: DialogContext, action: Action): Promise<DialogTurnResult> {
    const caseTurn = caseTurnOf(dc.context);
    goTo(caseTurn, applyAction(this.#settings.pack, caseTurn.draft, withoutHandOver(action)));
    caseTurn.desk?.choose(null);
    caseTurn.desk?.note(caseTurn.draft);
    return dc.endDialog();
  }

  #desk(dc: DialogContext, stay: CardBefore['stay']): DeskAnswers {
    return deskAnswers({
      dc,
      texts: this.#settings.texts,
      stay,
      close: (label) => closeClicked(dc.context, closedView(this.#view(dc.context), label)),
    });
  }

  /** What is too long for the field stays in it, and comes back on the answer: else it would be lost with the card. */
  async #takeField(
    dc: DialogContext,
    open: OpenCard,
    { link, label }: { link: string; label: string },
  ): Promise<DialogTurnResult> {
    const found = findJoinLink(link);
    if (!found && link.length > FIELD_LIMIT) {
      const said = this.#settings.texts.notices.fieldTooLong(link.length, FIELD_LIMIT);
      await this.#show(dc.context, open, [...noticeOf(said), ...givenBack(this.#settings, link)]);
      return Dialog.EndOfTurn;
    }
    await closeClicked(dc.context, closedView(this.#view(dc.context), label));
    const { keepLink } = this.#desk(dc, (notice) => this.#stay(dc, open, notice));
    return this.#answerLink(dc, found, found && keepLink(link, false));
  }

  /** The link itself is never kept: the answer is one card, and the person stays on the way in. */
  async #answerLink(dc: DialogContext, link: JoinLink | null, notice: string | null = null): Promise<DialogTurnResult> {
    const open = this.#renewed(openCardOf(dc.activeDialog));
    const caseTurn = caseTurnOf(dc.context);
    if (!asksForLink(this.#view(dc.context))) goTo(caseTurn, openAside(caseTurn.draft, 'way-in'));
    open.place = placeIn(this.#settings.pack, caseTurn);
    const view = linkAnswerView(this.#context(dc.context), link);
    await this.#post(dc.context, view, { card: open.card, first: noticeOf(notice) });
    return Dialog.EndOfTurn;
  }

  /** The card before the person was for a place that this version doesn't have there: what was done to it is void. */
  #update(dc: DialogContext, open: OpenCard): Promise<DialogTurnResult> {
    return this.#stay(dc, this.#renewed(open), this.#settings.texts.notices.updated);
  }

  async #stay(dc: DialogContext, open: OpenCard, notice: string | null): Promise<DialogTurnResult> {
    await this.#show(dc.context, open, noticeOf(notice));
    return Dialog.EndOfTurn;
  }

  /**
   * Nothing that stands in the fields of the hand-over card is to be lost: where it would be, words alone answer. Where
   * there are none, the card itself was asked for: a new one takes its place.
   */
  async #stayBeside(dc: DialogContext, open: OpenCard, said: string | null): Promise<DialogTurnResult> {
    const { desk } = caseTurnOf(dc.context);
    if (!this.#isHandOver(dc.context) || desk?.keepsFields) return this.#stay(dc, open, said);
    if (said === null) return this.#stay(dc, this.#renewed(open), this.#settings.texts.handOver.above);
    await sayBesides(dc.context, [[...(desk?.besides ?? []), said].join('\n\n')]);
    return Dialog.EndOfTurn;
  }

  async #show(context: TurnContext, open: OpenCard, first: readonly Block[] = []): Promise<void> {
    open.place = placeIn(this.#settings.pack, caseTurnOf(context));
    await this.#post(context, this.#view(context), { card: open.card, first });
  }

  async #post(context: TurnContext, view: CardView, { card, first }: { card: string; first: readonly Block[] }) {
    const whole = { ...view, blocks: [...first, ...view.blocks] };
    const { besides = [] } = caseTurnOf(context).desk ?? {};
    await context.sendActivity(cardActivity({ view: withNotices(whole, besides), card }));
  }

  /** A card that nobody has yet: clicks on the one before it change nothing any more. */
  #renewed(open: OpenCard): OpenCard {
    open.card = this.#settings.newCardId();
    open.missed = 0;
    return open;
  }

  #isHandOver(context: TurnContext): boolean {
    return isAtHandOver(this.#settings.pack, caseTurnOf(context));
  }

  #hasMoved(context: TurnContext, { place }: OpenCard): boolean {
    return place !== '' && place !== placeIn(this.#settings.pack, caseTurnOf(context));
  }

  #view(context: TurnContext): CardView {
    return viewAt(this.#context(context));
  }

  #context(context: TurnContext): ViewContext {
    const { draft, desk } = caseTurnOf(context);
    return { ...this.#settings, draft, desk: desk?.side() ?? null };
  }
}
