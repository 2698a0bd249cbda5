import type { Action } from '../actions.ts';
import { linkAddress } from '../linkAddress.ts';
import { assertNever, type CardAction } from '../model.ts';
import type { Element } from './element.ts';
import { nameText } from './nameText.ts';

/** The buttons of a card, in their order. Without a card's id only links are left: nothing can be clicked. */
export function drawActions(actions: readonly CardAction[], card: string | null): Element[] {
  return actions.flatMap((action): Element[] => {
    const title = nameText(action.label);
    switch (action.kind) {
      case 'link':
        return [{ type: 'Action.OpenUrl', title, url: linkAddress(action.url) }];
      case 'submit': {
        const style = action.style === 'primary' ? { style: 'positive' } : {};
        return card === null ? [] : [{ ...submit(action.action, card, title), ...style }];
      }
      default:
        return assertNever(action);
    }
  });
}

/** What a click sends. Only a link takes the field along: elsewhere an empty field must not hold the click back. */
export function submit(action: Action, card: string, title: string): Element {
  const inputs = action.verb === 'link' ? {} : { associatedInputs: 'none' };
  return { type: 'Action.Submit', title, data: { ...action, card }, ...inputs };
}
