import { type AnyAction, takesFields } from '../anyAction.ts';
import { linkAddress } from '../linkAddress.ts';
import { assertNever, type CardAction } from '../model.ts';
import type { Element, Pen } from './element.ts';
import { nameText } from './nameText.ts';

/** The buttons of a card, in their order. Without a card's id only links are left: nothing can be clicked. */
export function drawActions(actions: readonly CardAction[], pen: Pen): Element[] {
  return actions.flatMap((action): Element[] => {
    const title = nameText(action.label);
    switch (action.kind) {
      case 'link':
        return [{ type: 'Action.OpenUrl', title, url: linkAddress(action.url) }];
      case 'submit': {
        const style = action.style === 'primary' ? { style: 'positive' } : {};
        return submit(action.action, title, pen).map((drawn) => ({ ...drawn, ...style }));
      }
      default:
        return assertNever(action);
    }
  });
}

/**
 * What a click sends; nothing without a card's id. Only what has the name of a field takes the fields along, which take
 * its place in the data: elsewhere a field that is still empty must not hold the click back.
 */
export function submit(action: AnyAction, title: string, { card, fields }: Pen): Element[] {
  if (card === null) return [];
  const inputs = takesFields(action, fields) ? {} : { associatedInputs: 'none' };
  return [{ type: 'Action.Submit', title, data: { ...action, card }, ...inputs }];
}
