import type { TurnContext } from 'botbuilder';

const FORM = Symbol('the form of a turn');

interface FormOfTurn {
  refusal: string | null;
}

/** From here on this turn is that of a form. */
export function beginForm({ turnState }: TurnContext): void {
  turnState.set(FORM, { refusal: null } satisfies FormOfTurn);
}

/**
 * Says that what was sent by a form wasn't done: beside its fields, so that nothing typed is lost. False for a turn that
 * isn't one of a form's: there it has to be said in another way.
 */
export function refuseForm({ turnState }: TurnContext, said: string): boolean {
  const form: FormOfTurn | undefined = turnState.get(FORM);
  if (form === undefined) return false;
  form.refusal = said;
  return true;
}

/** What the form of this turn was refused with; null where it was taken. */
export function formRefusal({ turnState }: TurnContext): string | null {
  const form: FormOfTurn | undefined = turnState.get(FORM);
  return form?.refusal ?? null;
}
