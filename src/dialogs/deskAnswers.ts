import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { type Action, FIELD_LIMIT, handOverFieldsOf } from '../cards/actions.ts';
import type { CaseAction } from '../cards/caseActions.ts';
import type { Texts } from '../cards/text/en.ts';
import { caseTurnOf } from './caseTurn.ts';
import type { DeskTurn } from './deskTurn.ts';
import { sayTaken } from './sayBesides.ts';

/** The card before the person, as far as answering for the helpdesk needs it. */
export interface CardBefore {
  readonly dc: DialogContext;
  readonly texts: Texts;
  /** Shows the card again, with a sentence above it. */
  readonly stay: (notice: string | null) => Promise<DialogTurnResult>;
  /** Replaces the clicked card by what was chosen on it. */
  readonly close: (label: string) => Promise<void>;
}

/** What somebody does for the helpdesk rather than for the bot, on a card of the bot's. */
export interface DeskAnswers {
  /** What is wrong is said on the card, with what was written still in it. */
  send(fields: Parameters<DeskTurn['fill']>[0], label: string): Promise<DialogTurnResult>;
  /** Whatever else stands in the fields is kept; the text is what it was before it was masked. */
  unmask(fields: Parameters<DeskTurn['fill']>[0]): Promise<DialogTurnResult>;
  /** Whatever leads away from the hand-over takes along what stands in its fields: nothing typed is lost. */
  keep(action: Action): void;
  /** Typed while the hand-over card is open: it goes into it. */
  write(text: string): Promise<DialogTurnResult>;
  /** What was typed beside a join link, which alone is answered: it isn't lost, wherever it belongs. */
  keepWords(text: string, isHandOver: boolean): void;
  /** A message without a word; what of it can't be taken is said besides. */
  takeFiles(): Promise<DialogTurnResult>;
  /** Typed while a case waits, and no answer to the bot: it goes with the case. */
  add(text: string): Promise<DialogTurnResult>;
  /** About a case, so whoever runs the turn answers it. */
  leave(action: CaseAction): DialogTurnResult;
}

/** Answers in the turn in hand. Where there is no desk, nothing is changed. */
export function deskAnswers({ dc, texts, stay, close }: CardBefore): DeskAnswers {
  const { desk, draft } = caseTurnOf(dc.context);
  const { handOver } = texts;

  return {
    async send(fields, label) {
      const fault = desk?.fill(fields) ?? null;
      if (!desk || fault) return stay(fault && handOver.faults[fault]);
      await close(label);
      desk.send(draft);
      return dc.endDialog();
    },
    unmask({ text: _, ...fields }) {
      desk?.fill(fields);
      return stay((desk?.unmask() ?? true) ? null : handOver.typeAgain);
    },
    keep(action) {
      desk?.fill(handOverFieldsOf(action));
    },
    write(text) {
      const fault = desk?.write(text) ?? null;
      return stay(fault ? handOver.faults[fault] : handOver.written);
    },
    keepWords(text, isHandOver) {
      if (desk === null || !isMoreThanALink(text) || text.length > FIELD_LIMIT) return;
      if (isHandOver) desk.write(text);
      else if (desk.live) desk.add(text);
    },
    takeFiles() {
      if (desk === null) return stay(texts.notices.wordless);
      return stay(desk.keepsFiles ? handOver.fileKept : null);
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

/** Any word that is no address. */
function isMoreThanALink(text: string): boolean {
  return text.split(/\s+/).some((word) => word !== '' && !/^<?https?:\/\//i.test(word));
}
