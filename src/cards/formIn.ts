import type { CardView, Choice, SubmitAction } from './model.ts';
import { choicesOf, senderOf } from './offers.ts';

/** What a card asks for when it is shown as a form: its fields, one of its rows, or a yes to its one primary button. */
export type FormIn =
  | { readonly kind: 'fields'; readonly sender: SubmitAction }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'yes'; readonly sender: SubmitAction };

/** Null for a card that is only to be read. */
export function formIn(view: CardView): FormIn | null {
  const sender = senderOf(view);
  if (sender !== null) return { kind: 'fields', sender };
  const choices = choicesOf(view);
  if (choices.length > 0) return { kind: 'choice', choices };
  const primary = view.actions.find((action) => action.kind === 'submit' && action.style === 'primary');
  return primary?.kind === 'submit' ? { kind: 'yes', sender: primary } : null;
}
