import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { FIELD_LIMIT, type HandOverFields } from '../cards/actions.ts';
import type { AnyAction } from '../cards/anyAction.ts';
import type { PersonClick } from '../cards/caseActions.ts';
import { cleanText } from '../cards/cleanText.ts';
import type { Texts } from '../cards/text/en.ts';
import type { Case } from '../helpdesk/cases/case.ts';
import { holdsLines } from '../helpdesk/cases/handOver.ts';
import { maskSecrets } from '../helpdesk/cases/maskSecrets.ts';
import { caseTurnOf } from './caseTurn.ts';
import { handOverAnswer } from './handOverAnswer.ts';
import { sayBesides, sayTaken } from './sayBesides.ts';

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
  /** As `handOverAnswer` says. */
  handOver(action: AnyAction, fields: HandOverFields): Promise<DialogTurnResult> | null;
  /** Whatever leads away from the hand-over takes along what stands in its fields: nothing typed is lost. */
  keep(fields: HandOverFields): void;
  /**
   * The same on an earlier card, which does nothing else: what is new there is added, or given back in words where there
   * is no room. Null where there is nothing to say.
   */
  keepEarlier(fields: HandOverFields, isHandOver: boolean): Promise<DialogTurnResult> | null;
  /** Typed while the hand-over card is open: it goes along. */
  write(text: string): Promise<DialogTurnResult>;
  /** A join link, and what was typed beside it: it goes with the case. What became of it; null where there is none. */
  keepLink(text: string, isHandOver: boolean): string | null;
  /** A message without a word; what of it can't be taken is said. */
  takeFiles(isHandOver: boolean): Promise<DialogTurnResult>;
  /** Typed while a case waits, and no answer to the bot: it goes with the case. */
  add(text: string): Promise<DialogTurnResult>;
  /** About a case, so whoever runs the turn answers it. */
  leave(action: PersonClick): DialogTurnResult;
}

/** Answers in the turn in hand. Where there is no desk, nothing is changed. */
export function deskAnswers(card: CardBefore): DeskAnswers {
  const { dc, texts, stay } = card;
  const { desk } = caseTurnOf(dc.context);
  const { handOver, notices } = texts;

  return {
    handOver: (action, fields) => handOverAnswer(card, action, fields),
    keep(fields) {
      desk?.fill(fields);
    },
    keepEarlier(fields, isHandOver) {
      const { live = null } = desk ?? {};
      if (live !== null) return isIn(live, fields.text) ? null : stay(handOver.earlier.unsent(live.id));
      switch (desk?.fillFromEarlier(fields)) {
        case 'taken':
          return stay(isHandOver ? handOver.earlier.here : handOver.earlier.kept);
        case 'no-room':
          return giveBack(card, fields, isHandOver);
        default:
          return null;
      }
    },
    write(text) {
      const fault = desk?.write(text) ?? null;
      if (fault === 'masked' && !desk?.keepsFields) return stay(handOver.maskedInChat);
      return stay(fault ? handOver.faults[fault] : handOver.written);
    },
    keepLink(text, isHandOver) {
      if (!desk || text === '' || !(isHandOver || desk.live)) return null;
      if (text.length > FIELD_LIMIT) return notices.tooLong(text.length, FIELD_LIMIT);
      if (isHandOver) {
        const fault = desk.write(text);
        return fault === 'too-long' || fault === 'no-room' ? handOver.faults[fault] : handOver.linkWritten;
      }
      desk.add(text);
      return handOver.added(desk.live?.id ?? '');
    },
    takeFiles(isHandOver) {
      if (desk === null) return stay(texts.notices.wordless);
      // Why it isn't taken is the answer itself; of a sticker nobody has said anything yet.
      if (!desk.keepsFiles) return stay(desk.besides.pop() ?? handOver.notTaken.kind);
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

/** No card answers: what they are to shorten may stand in the fields of that before them alone. */
async function giveBack(
  { dc, texts: { handOver } }: CardBefore,
  { text = '' }: HandOverFields,
  isHandOver: boolean,
): Promise<DialogTurnResult> {
  // The field takes no more than that.
  const written = maskSecrets(cleanText(text.slice(0, FIELD_LIMIT)).trim()).text;
  const said = isHandOver ? handOver.earlier.noRoomHere : handOver.earlier.noRoom;
  await sayBesides(dc.context, [`${said}\n\n${written}`]);
  return Dialog.EndOfTurn;
}

/** Whether a case was sent with what stood in the field: the tap on *Send* came twice. */
function isIn({ text }: Case, given = ''): boolean {
  const typed = cleanText(given).trim();
  return holdsLines(text, typed) || holdsLines(text, maskSecrets(typed).text);
}
