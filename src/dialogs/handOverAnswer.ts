import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { Action, HandOverFields } from '../cards/actions.ts';
import type { AnyAction } from '../cards/anyAction.ts';
import { filesGoing, hasParts, partName } from '../cards/views/requests/goesAlong.ts';
import { caseTurnOf } from './caseTurn.ts';
import type { CardBefore } from './deskAnswers.ts';

/** By which somebody looks through what goes along. */
type ChooseAction = Extract<Action, { readonly verb: 'choose' | 'leave-out' | 'put-back' }>;

/**
 * Answers what is done on the hand-over card and doesn't lead away from it, with what stands in its fields: it is sent,
 * or what is wrong is said on the card; what was masked is what it was before; the card lists what goes along; something
 * of that stays here, or goes along after all. Null for everything else. Where there is no desk, nothing is changed.
 */
export function handOverAnswer(
  card: CardBefore,
  action: AnyAction,
  fields: HandOverFields,
): Promise<DialogTurnResult> | null {
  switch (action.verb) {
    case 'send':
      return send(card, fields);
    case 'unmask':
      return unmask(card, fields);
    case 'choose':
    case 'leave-out':
    case 'put-back':
      return choose(card, action, fields);
    default:
      return null;
  }
}

async function send({ dc, texts, stay, close }: CardBefore, fields: HandOverFields): Promise<DialogTurnResult> {
  const { desk, draft } = caseTurnOf(dc.context);
  const fault = desk?.fill(fields) ?? null;
  if (!desk || fault) return stay(fault && texts.handOver.faults[fault]);
  await close(texts.handOver.sentWith(texts.actions.send, filesGoing(desk.side().parts)));
  // A tap brings every field along, an empty one as well.
  if (!desk.keepsFields && fields.text === undefined) desk.besides.push(texts.handOver.withoutFields);
  desk.send(draft);
  return dc.endDialog();
}

function unmask({ dc, texts, stay }: CardBefore, fields: HandOverFields): Promise<DialogTurnResult> {
  const { handOver } = texts;
  const end = caseTurnOf(dc.context).desk?.unmask(fields) ?? null;
  if (end === null) return stay(handOver.givenBack);
  return stay(end === 'masked' ? handOver.faults.masked : handOver.typeAgain);
}

function choose(
  { dc, texts, stay }: CardBefore,
  action: ChooseAction,
  fields: HandOverFields,
): Promise<DialogTurnResult> {
  const { desk } = caseTurnOf(dc.context);
  const { handOver } = texts;
  const parts = desk?.side().parts ?? { messages: [], files: [] };
  const isNothingThere = !hasParts(parts);
  if (action.verb === 'choose') desk?.choose(isNothingThere ? null : (action.from ?? 0));
  else desk?.leaveOut(action.what, action.verb === 'leave-out');
  // After that: what is left out makes room, and what is put back takes some.
  const fault = desk?.fill(fields) ?? null;
  // Half an address or a time is no matter before it is sent.
  if (fault === 'masked' || fault === 'too-long') return stay(handOver.faults[fault]);
  if (action.verb === 'choose') return stay(isNothingThere ? handOver.nothingAlong : null);
  // By its name: a number that was typed may have meant another row than the one on the card that they see.
  const said = action.verb === 'leave-out' ? handOver.isLeftOut : handOver.isPutBack;
  return stay(said(partName(parts, action.what)));
}
