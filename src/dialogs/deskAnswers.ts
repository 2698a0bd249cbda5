import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { type Action, FIELD_LIMIT, type HandOverFields } from '../cards/actions.ts';
import type { AnyAction } from '../cards/anyAction.ts';
import type { PersonClick } from '../cards/caseActions.ts';
import type { Texts } from '../cards/text/en.ts';
import { filesGoing } from '../cards/views/requests/goesAlong.ts';
import { caseTurnOf } from './caseTurn.ts';
import { sayTaken } from './sayBesides.ts';

/** The card before the person, as far as answering for the helpdesk needs it. */
export interface CardBefore {
  readonly dc: DialogContext;
  readonly texts: Texts;
  /** Leaves them at the card, with a sentence on what became of what they did. */
  readonly stay: (notice: string | null) => Promise<DialogTurnResult>;
  /** Replaces the clicked card by what was chosen on it. */
  readonly close: (label: string) => Promise<void>;
}

/** What somebody does for the helpdesk rather than for the bot, on a card of the bot's. */
export interface DeskAnswers {
  /** What is wrong is said on the card, with what was written still in it. */
  send(fields: HandOverFields, label: string): Promise<DialogTurnResult>;
  /** What stands in the fields is kept, and what was masked in it is what it was before. */
  unmask(fields: HandOverFields): Promise<DialogTurnResult>;
  /** The same, and the card lists what goes along, or something of that stays here or goes along after all. */
  choose(fields: HandOverFields, action: ChooseAction): Promise<DialogTurnResult>;
  /** Whatever leads away from the hand-over takes along what stands in its fields: nothing typed is lost. */
  keep(fields: HandOverFields): void;
  /** Typed while the hand-over card is open: it goes along. */
  write(text: string): Promise<DialogTurnResult>;
  /** A join link, and what was typed beside it: it goes with the case. What became of it; null where there is none. */
  keepLink(text: string, isHandOver: boolean): string | null;
  /** A message without a word; what of it can't be taken is said besides. */
  takeFiles(isHandOver: boolean): Promise<DialogTurnResult>;
  /** Typed while a case waits, and no answer to the bot: it goes with the case. */
  add(text: string): Promise<DialogTurnResult>;
  /** About a case, so whoever runs the turn answers it. */
  leave(action: PersonClick): DialogTurnResult;
}

/** By which somebody looks through what goes along. */
export type ChooseAction = Extract<Action, { readonly verb: 'choose' | 'leave-out' | 'put-back' }>;

export function isChoose(action: AnyAction): action is ChooseAction {
  return action.verb === 'choose' || action.verb === 'leave-out' || action.verb === 'put-back';
}

/** Answers in the turn in hand. Where there is no desk, nothing is changed. */
export function deskAnswers({ dc, texts, stay, close }: CardBefore): DeskAnswers {
  const { desk, draft } = caseTurnOf(dc.context);
  const { handOver, notices } = texts;

  return {
    async send(fields, label) {
      const fault = desk?.fill(fields) ?? null;
      if (!desk || fault) return stay(fault && handOver.faults[fault]);
      await close(handOver.sentWith(label, filesGoing(desk.side())));
      desk.send(draft);
      return dc.endDialog();
    },
    unmask(fields) {
      const end = desk?.unmask(fields) ?? null;
      if (end === null) return stay(handOver.givenBack);
      return stay(end === 'masked' ? handOver.faults.masked : handOver.typeAgain);
    },
    choose(fields, action) {
      const fault = desk?.fill(fields) ?? null;
      if (action.verb === 'choose') desk?.choose(true);
      else desk?.leaveOut(action.what, action.verb === 'leave-out');
      // Half an address or a time is no matter before it is sent.
      if (fault === 'masked' || fault === 'too-long') return stay(handOver.faults[fault]);
      if (action.verb === 'choose') return stay(null);
      return stay(action.verb === 'leave-out' ? handOver.isLeftOut : handOver.isPutBack);
    },
    keep(fields) {
      desk?.fill(fields);
    },
    write(text) {
      const fault = desk?.write(text) ?? null;
      if (fault === 'masked' && !desk?.keepsFields) return stay(handOver.maskedInChat);
      return stay(fault ? handOver.faults[fault] : handOver.written);
    },
    keepLink(text, isHandOver) {
      if (!desk || text === '' || !(isHandOver || desk.live)) return null;
      if (text.length > FIELD_LIMIT) return notices.tooLong(text.length, FIELD_LIMIT);
      if (isHandOver) return desk.write(text) === 'too-long' ? handOver.faults['too-long'] : handOver.linkWritten;
      desk.add(text);
      return handOver.added(desk.live?.id ?? '');
    },
    takeFiles(isHandOver) {
      if (desk === null) return stay(texts.notices.wordless);
      if (!desk.keepsFiles) return stay(null);
      return stay(isHandOver ? handOver.fileWritten : handOver.fileKept);
    },
    async add(text) {
      const isFirst = desk?.add(text).first ?? false;
      const id = desk?.live?.id ?? '';
      if (desk?.live?.status === 'solved') {
        // It is neither Yes nor No, so they are asked again: else time would answer for them.
        desk.besides.unshift(handOver.added(id));
        desk.ask({ verb: 'my-request', case: id });
        return Dialog.EndOfTurn;
      }
      // Said in words once; after that a tick is enough, and the card before the person stays what it is.
      if (isFirst) return stay(handOver.added(id));
      await sayTaken(dc.context, handOver.tick, desk?.besides ?? []);
      return Dialog.EndOfTurn;
    },
    leave(action) {
      desk?.ask(action);
      return Dialog.EndOfTurn;
    },
  };
}
