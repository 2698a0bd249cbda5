import { type Action, type AdaptiveCard, OpenUrlAction, SubmitAction } from 'adaptivecards';
import { createMoreMenu } from './moreMenu.ts';
import { pageText } from './pageText.ts';
import { words } from './smallParts.ts';

/** The addresses that a card may open. */
const OPENABLE = /^(https?|mailto):/i;

/**
 * Makes links of what opens an address, adds the menu, and lets Enter in a field press the card's first button: with
 * Ctrl or ⌘ where Enter alone begins a line.
 */
export function decorateActions(card: AdaptiveCard, drawn: { element: HTMLElement; inMenu: readonly Action[] }): void {
  for (const action of card.getAllActions()) {
    if (action instanceof OpenUrlAction) action.renderedElement?.replaceWith(link(action));
  }
  for (const anchor of drawn.element.querySelectorAll<HTMLAnchorElement>('a.ac-anchor')) decorateAnchor(anchor);
  decorateStanding(drawn.element, drawn.inMenu);
  submitByEnter(card, drawn.element);
}

function link(action: OpenUrlAction): HTMLElement {
  const anchor = document.createElement('a');
  anchor.className = 'ac-pushButton link-button';
  anchor.textContent = action.title ?? action.url ?? '';
  if (action.url && OPENABLE.test(action.url)) anchor.href = action.url;
  openInNewTab(anchor);
  return anchor;
}

/** A link within a text. The renderer would open it by script, without what a browser does for links. */
function decorateAnchor(anchor: HTMLAnchorElement): void {
  anchor.onclick = null;
  for (const name of ['role', 'tabindex', 'title', 'aria-label']) anchor.removeAttribute(name);
  if (!OPENABLE.test(anchor.href)) anchor.removeAttribute('href');
  openInNewTab(anchor);
}

function openInNewTab(anchor: HTMLAnchorElement): void {
  if (/^mailto:/i.test(anchor.href)) return;
  anchor.target = '_blank';
  anchor.rel = 'noopener noreferrer';
  anchor.append(words('visually-hidden', ` ${pageText.newTab}`));
}

function decorateStanding(root: HTMLElement, inMenu: readonly Action[]): void {
  const drawn = root.querySelector<HTMLElement>(':scope > :last-child:not(.own-actions) .ac-actionSet');
  if (!drawn && inMenu.length === 0) return;
  // The renderer draws no row where a card has nothing but a menu.
  const row = drawn ?? document.createElement('div');
  row.classList.add('ac-actionSet', 'is-standing');
  if (!drawn) root.append(row);
  if (inMenu.length === 0) return;
  row.append(createMoreMenu(inMenu.map((action) => ({ label: action.title ?? '', run: () => action.execute() }))));
}

function submitByEnter(card: AdaptiveCard, root: HTMLElement): void {
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || !isToSend(event)) return;
    event.preventDefault();
    const all = card.getAllActions().filter((action) => action instanceof SubmitAction);
    // What takes the fields along is what the field is for.
    const takers = all.filter(({ associatedInputs }) => associatedInputs !== 'none');
    const submits = takers.length > 0 ? takers : all;
    (submits.find((action) => action.isPrimary) ?? submits[0])?.execute();
  });
}

function isToSend({ target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (target instanceof HTMLTextAreaElement) return ctrlKey || metaKey;
  return target instanceof HTMLInputElement;
}
