import type { ActionsBlock, Button, Overflow } from '@slack/types';
import type { AnyAction } from '../anyAction.ts';
import { linkAddress } from '../linkAddress.ts';
import { assertNever, type CardAction, type SubmitAction } from '../model.ts';
import { LIMITS } from './limits.ts';
import type { Pen } from './pen.ts';
import { plainLine } from './plainText.ts';

/** The buttons of a card, in their order. Without a card's id only links are left. */
export function drawButtons(actions: readonly CardAction[], pen: Pen): Button[] {
  return actions.flatMap((action): Button[] => {
    switch (action.kind) {
      case 'link':
        return linkButton(action.label, action.url, pen);
      case 'submit': {
        const style = action.style === 'primary' ? ({ style: 'primary' } as const) : {};
        return pen.card === null ? [] : [{ ...submitButton(action.label, action.action, pen), ...style }];
      }
      default:
        return assertNever(action);
    }
  });
}

/** What the `action_id` of a button begins with whose click opens a modal: told at the door, before anything is read. */
export const OPEN = 'open:';

/** A button that sends an action back. */
export function submitButton(label: string, action: AnyAction, pen: Pen): Button {
  return {
    type: 'button',
    action_id: pen.actionId(pen.opens(action) ? `${OPEN}${action.verb}` : action.verb),
    text: plainLine(label, LIMITS.button),
    value: clickValue(action, pen, LIMITS.value),
  };
}

/**
 * What comes back of a click: the action and its card, as JSON. Nothing fills in the fields that it would take along, so
 * it is without those in `fields`. Throws `RangeError` over `limit` characters.
 */
export function clickValue(action: AnyAction, { card, fields }: Pick<Pen, 'card' | 'fields'>, limit: number): string {
  const own = Object.entries(action).filter(([key]) => !fields.has(key));
  const value = JSON.stringify({ card, ...Object.fromEntries(own) });
  if (value.length > limit) throw new RangeError(`an action over ${limit} characters: ${action.verb}`);
  return value;
}

/** The conveniences as a menu; as buttons where Slack would refuse the menu, or one opens a modal: an option has no id. */
export function drawMenu(more: readonly SubmitAction[], pen: Pen): (Button | Overflow)[] {
  const fits = more.every(
    ({ action }) => !pen.opens(action) && clickValue(action, pen, LIMITS.value).length <= LIMITS.optionValue,
  );
  const { min, max } = LIMITS.overflow;
  if (pen.card === null || !fits || more.length < min || more.length > max) return drawButtons(more, pen);
  const options = more.map(({ label, action }) => ({
    text: plainLine(label, LIMITS.button),
    value: clickValue(action, pen, LIMITS.optionValue),
  }));
  return [{ type: 'overflow', action_id: pen.actionId('more'), options }];
}

/** Buttons in rows as long as Slack takes them. */
export function inRows(elements: readonly (Button | Overflow)[]): ActionsBlock[] {
  const rows: ActionsBlock[] = [];
  for (let at = 0; at < elements.length; at += LIMITS.actions) {
    rows.push({ type: 'actions', elements: elements.slice(at, at + LIMITS.actions) });
  }
  return rows;
}

/** Slack reports clicks on links too, so they have a name of their own. An address too long for Slack has no button. */
function linkButton(label: string, url: string, pen: Pen): Button[] {
  if (url.length > LIMITS.url) return [];
  const text = plainLine(label, LIMITS.button);
  return [{ type: 'button', action_id: pen.actionId('url'), text, url: linkAddress(url) }];
}
