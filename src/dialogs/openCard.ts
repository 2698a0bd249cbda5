import type { DialogInstance } from 'botbuilder-dialogs';

/** What is kept of an open card. */
export interface OpenCard {
  /** The id that its clicks carry; used up by the first valid one. */
  card: string;
  /** How often in a row what was said wasn't understood. */
  missed: number;
  /** The place that it was shown for, as `placeOf` names it; '' where an earlier version didn't keep it. */
  place: string;
}

/** Longest id of a card and name of a place that is believed, in characters. */
const LIMIT = 500;

/**
 * The open card in a dialog stack as any version stored it: the one in the last frame with that dialog's id. Null when
 * there is none. Nothing else of a stored stack is ever used, since a dialog that was renamed or a step that was moved
 * would leave the person stuck: the rest follows from the draft.
 */
export function openCardIn(stack: unknown, dialogId: string): OpenCard | null {
  if (!Array.isArray(stack)) return null;
  const frame: unknown = stack.findLast((each: unknown) => isRecord(each) && each['id'] === dialogId);
  const state = isRecord(frame) ? frame['state'] : null;
  if (!isRecord(state)) return null;
  const { card, missed, place = '' } = state;
  if (!isText(card) || card === '' || !isText(place)) return null;
  return { card, missed: Number.isSafeInteger(missed) ? Math.max(0, Number(missed)) : 0, place };
}

/** That of a running dialog, to be changed; throws where none runs, which is a fault of the code. */
export function openCardOf(instance: DialogInstance | undefined): OpenCard {
  if (!instance) throw new TypeError('no dialog is active');
  return instance.state;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LIMIT;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
