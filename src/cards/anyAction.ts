import type { Action } from './actions.ts';
import type { CaseAction } from './caseActions.ts';

/** What a card can offer to do: in the fix, or to a case. */
export type AnyAction = Action | CaseAction;

/** Whether two actions are the same; what stands in the fields of a card, named by `fields`, doesn't count. */
export function isSameAction(one: AnyAction, other: AnyAction, fields: ReadonlySet<string> = new Set()): boolean {
  const [ones, others] = [withoutFields(one, fields), withoutFields(other, fields)];
  return [...new Set([...Object.keys(ones), ...Object.keys(others)])].every((key) => ones[key] === others[key]);
}

/** Whether a click for it takes along what stands in the fields of its card: it has the name of one. */
export function takesFields(action: AnyAction, fields: ReadonlySet<string>): boolean {
  return Object.keys(action).some((key) => fields.has(key));
}

function withoutFields(action: AnyAction, fields: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(action).filter(([key]) => !fields.has(key)));
}
