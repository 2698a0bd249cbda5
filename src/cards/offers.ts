import { type AnyAction, isSameAction, takesFields } from './anyAction.ts';
import type { CardView, Choice, FieldBlock, SubmitAction } from './model.ts';

/** The tappable rows of a card, in their order. */
export function choicesOf(view: CardView): Choice[] {
  return view.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []));
}

/** The rows of a card with the number that is typed for each: its place, unless the rows have numbers of their own. */
export function numberedChoices(view: CardView): { readonly number: string; readonly choice: Choice }[] {
  const choices = choicesOf(view);
  const ownNumber = ({ exact = [] }: Choice) => exact.find((each) => /^\d+$/.test(each));
  const haveOwn = choices.some((choice) => ownNumber(choice) !== undefined);
  return choices.flatMap((choice, index) => {
    const number = haveOwn ? ownNumber(choice) : String(index + 1);
    return number === undefined ? [] : [{ number, choice }];
  });
}

/** The buttons of a card that come back as a click. */
export function submitsOf(view: CardView): SubmitAction[] {
  return [...view.actions, ...view.standing, ...view.more].filter((each) => each.kind === 'submit');
}

/** What this card offers for an action, as the person read it; null when the card doesn't offer it. */
export function offeredLabel(view: CardView, action: AnyAction): string | null {
  const offers = [...choicesOf(view), ...submitsOf(view)];
  const fields = fieldNames(view);
  return offers.find((offer) => isSameAction(offer.action, action, fields))?.label ?? null;
}

/** The fields of a card, in their order. */
export function fieldsOf(view: CardView): FieldBlock[] {
  return view.blocks.filter((block) => block.kind === 'input' || block.kind === 'pick');
}

/** What the fields of a card are called in a click. */
export function fieldNames(view: CardView): ReadonlySet<string> {
  return new Set(fieldsOf(view).map(({ id }) => id));
}

/** The button that the fields of a card are for: the first that takes them along. Null for a card without one. */
export function senderOf(view: CardView): SubmitAction | null {
  const fields = fieldNames(view);
  const submits = view.actions.filter((action) => action.kind === 'submit');
  return submits.find(({ action }) => takesFields(action, fields)) ?? null;
}

/** Whether the card has a field for a join link: the way in alone. */
export function asksForLink(view: CardView): boolean {
  return fieldNames(view).has('link');
}
