import { type Action, AdaptiveCard, Container, type HostConfig, SubmitAction } from 'adaptivecards';
import type { CardJson } from './activity.ts';
import { noteFields } from './begunFields.ts';
import { isCardBusy, setCardBusy } from './busyCard.ts';
import { decorateActions } from './decorateActions.ts';
import { decorateElements } from './decorateElements.ts';
import { groupElements } from './groupElements.ts';
import { REM } from './hostConfig.ts';
import { isRecord } from './isRecord.ts';

/** What a card needs to live on the page. */
export interface CardPorts {
  /** `live` for a card whose buttons count, `still` for one that can only be read any more. */
  readonly hostConfig: { readonly live: HostConfig; readonly still: HostConfig };
  readonly announce: (said: string) => void;
}

/** A card, and what to do when one of its buttons is clicked. */
export interface CardToDraw {
  readonly json: CardJson;
  /** It can only be read any more. */
  readonly isPast: boolean;
  /** Called once: the card is switched off before. */
  readonly onSubmit: (data: object) => void;
}

/** Draws a card; null when it can't be. */
export function drawCard({ json, isPast, onSubmit }: CardToDraw, ports: CardPorts): HTMLElement | null {
  const card = new AdaptiveCard();
  card.hostConfig = isPast ? ports.hostConfig.still : ports.hostConfig.live;
  card.parse(json);
  const inMenu: Action[] = [];
  card.onRenderOverflowActions = (actions) => {
    inMenu.push(...actions);
    return true;
  };
  card.onExecuteAction = (action) => {
    const root = card.renderedElement;
    if (!(action instanceof SubmitAction) || !action.data || !root || isCardBusy(root)) return;
    setCardBusy(root, controlOf(action, root));
    onSubmit(action.data);
  };
  const element = card.render();
  if (!element) return null;
  element.classList.add('card');
  const id = idOf(card);
  if (id !== null) element.dataset['card'] = id;
  decorateElements(card, ports);
  groupElements(element);
  decorateActions(card, { element, inMenu });
  followFontSize(element);
  noteFields(element);
  return element;
}

/** The id that its clicks carry; null for a card without any. */
function idOf(card: AdaptiveCard): string | null {
  for (const action of card.getAllActions()) {
    const data = action instanceof SubmitAction ? action.data : undefined;
    if (isRecord(data) && typeof data['card'] === 'string') return data['card'];
  }
  return null;
}

/** What the person pressed for an action: its button, its row, or the menu that it is in. */
function controlOf(action: Action, root: HTMLElement): Element | null {
  if (action.renderedElement) return action.renderedElement;
  const { parent } = action;
  const isRow = parent instanceof Container && parent.selectAction === action;
  return isRow ? (parent.renderedElement ?? null) : root.querySelector('.more-button');
}

/** The renderer writes pixels; rem follow the size of text that the reader has set in the browser. */
function followFontSize(root: HTMLElement): void {
  for (const element of [root, ...root.querySelectorAll<HTMLElement>('*')]) {
    for (const property of ['font-size', 'line-height']) {
      const pixels = Number.parseFloat(element.style.getPropertyValue(property));
      if (pixels > 0) element.style.setProperty(property, `${pixels / REM}rem`);
    }
  }
}
