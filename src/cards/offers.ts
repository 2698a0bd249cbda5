import { type Action, isSameAction } from './actions.ts';
import type { CardView, Choice, SubmitAction } from './model.ts';

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
export function offeredLabel(view: CardView, action: Action): string | null {
  const offers = [...choicesOf(view), ...submitsOf(view)];
  return offers.find((offer) => isSameAction(offer.action, action))?.label ?? null;
}

/** Whether the card has a field for a join link. */
export function asksForLink(view: CardView): boolean {
  return view.blocks.some((block) => block.kind === 'input');
}
