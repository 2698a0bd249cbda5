import { nextEntry } from './nextEntry.ts';
import { pageText } from './pageText.ts';

/** One thing that the menu offers. */
export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
}

interface Menu {
  readonly root: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly list: HTMLElement;
  readonly entries: readonly HTMLElement[];
}

/**
 * *More*: a button and its menu, after the ARIA menu-button pattern. Arrows, Home, End and first letters move; Escape
 * closes it, and so does whatever takes the focus away from it.
 */
export function createMoreMenu(items: readonly MenuItem[]): HTMLElement {
  const menu: Menu = {
    root: document.createElement('div'),
    button: createButton('more-button', pageText.more),
    list: document.createElement('div'),
    entries: items.map(({ label }) => createButton('more-item', label)),
  };
  describe(menu);
  menu.button.onclick = () => (menu.list.hidden ? open(menu, 0) : close(menu));
  menu.entries.forEach((entry, at) => {
    entry.onclick = () => {
      close(menu);
      items[at]?.run();
    };
  });
  menu.root.onkeydown = (event) => pressed(menu, event);
  menu.root.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !menu.root.contains(relatedTarget)) hide(menu);
  });
  return menu.root;
}

function createButton(className: string, label: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.textContent = label;
  return button;
}

function describe({ root, button, list, entries }: Menu): void {
  root.className = 'more';
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  list.className = 'more-menu';
  list.setAttribute('role', 'menu');
  list.setAttribute('aria-label', pageText.more);
  list.hidden = true;
  for (const entry of entries) {
    entry.setAttribute('role', 'menuitem');
    entry.tabIndex = -1;
  }
  list.append(...entries);
  root.append(button, list);
}

function open({ button, list, entries }: Menu, at: number): void {
  if (button.getAttribute('aria-disabled') === 'true') return;
  list.hidden = false;
  button.setAttribute('aria-expanded', 'true');
  turnToFit(list);
  entries.at(at)?.focus();
}

function close(menu: Menu): void {
  hide(menu);
  menu.button.focus();
}

function hide({ button, list }: Menu): void {
  list.hidden = true;
  button.setAttribute('aria-expanded', 'false');
}

function pressed(menu: Menu, event: KeyboardEvent): void {
  if (!act(menu, event.key)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Does what a key means here; false where it means nothing. */
function act(menu: Menu, key: string): boolean {
  const isOpen = !menu.list.hidden;
  if (!isOpen && (key === 'ArrowDown' || key === 'ArrowUp')) open(menu, key === 'ArrowDown' ? 0 : -1);
  else if (isOpen && key === 'Escape') close(menu);
  else if (isOpen) return focus(nextEntry(menu.entries, key));
  else return false;
  return true;
}

function focus(entry: HTMLElement | undefined): boolean {
  entry?.focus();
  return entry !== undefined;
}

/** Below the button where there is room for it, else above. */
function turnToFit(list: HTMLElement): void {
  list.classList.remove('is-above');
  const bottom = document.querySelector('.bottom')?.getBoundingClientRect().top ?? window.innerHeight;
  const frame = list.closest('.case-scroll')?.getBoundingClientRect().bottom ?? window.innerHeight;
  const room = Math.min(bottom, frame, window.innerHeight);
  list.classList.toggle('is-above', list.getBoundingClientRect().bottom > room);
}
