import type { AnyAction } from '../anyAction.ts';
import { type FormIn, formIn } from '../formIn.ts';
import type { CardView } from '../model.ts';
import { fieldsOf } from '../offers.ts';
import { shownLine } from '../shownText.ts';
import { LIMITS } from './limits.ts';

/** A click as it is sent: the action, and the card that it is on. */
export type SentClick = AnyAction & { readonly card: string };

/** What comes of a modal once it is sent. The channel keeps it with the modal until then, as JSON. */
export interface ModalForm {
  /** The click that takes the fields along, by their names; null where one of `choices` is sent instead. */
  readonly send: SentClick | null;
  /** The clicks to choose from: the value of the field `CHOICE` is the place of one in here. */
  readonly choices?: readonly SentClick[];
  /** What is said beside a field that must not be blank and is, by the field's name. */
  readonly required?: Readonly<Record<string, string>>;
}

/** The name of the field in which a row of the card is chosen. */
export const CHOICE = 'choice';

/** What a view sends as a modal; null where there is nothing to send. Throws `RangeError` for more than a modal keeps. */
export function modalForm(view: CardView, card: string | null): ModalForm | null {
  const asked = formIn(view);
  if (asked === null || card === null) return null;
  const form = sentBy(asked, view, card);
  const { length } = JSON.stringify(form);
  if (length > LIMITS.form) throw new RangeError(`a form that sends ${length} characters, more than ${LIMITS.form}`);
  return form;
}

function sentBy(asked: FormIn, view: CardView, card: string): ModalForm {
  switch (asked.kind) {
    case 'fields':
      return { send: { card, ...asked.sender.action }, ...requiredIn(view) };
    case 'choice':
      return { send: null, choices: asked.choices.map(({ action }) => ({ card, ...action })) };
    case 'yes':
      return { send: { card, ...asked.sender.action } };
  }
}

function requiredIn(view: CardView): Pick<ModalForm, 'required'> {
  const said = fieldsOf(view).flatMap(({ id, required }) =>
    required === undefined ? [] : [[id, shownLine(required, LIMITS.fieldError)] as const],
  );
  return said.length === 0 ? {} : { required: Object.fromEntries(said) };
}
