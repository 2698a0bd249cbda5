import type { CardJson } from '../activity.ts';
import { isCardBusy, setCardReady } from '../busyCard.ts';
import { type CardPorts, drawCard } from '../drawCard.ts';
import { deskText } from './deskText.ts';

const CONTROLS = 'button, a, .choice';

/**
 * Where the card of a case stands. It is drawn anew only when it has changed, and not while a click on it is on the way
 * or its menu is open; whoever has the focus on it keeps it.
 */
export class CardPlace {
  readonly #place: HTMLElement;
  readonly #ports: CardPorts;
  readonly #onSubmit: (data: object) => void;
  #drawn = '';
  #waiting: CardJson | null = null;

  constructor(place: HTMLElement, ports: CardPorts, onSubmit: (data: object) => void) {
    this.#place = place;
    this.#ports = ports;
    this.#onSubmit = onSubmit;
    // When the menu closes, the focus has gone on, which isn't told yet.
    place.addEventListener('focusout', () => setTimeout(() => this.#drawWaiting(), 0));
  }

  show(json: CardJson): void {
    this.#waiting = json;
    this.#drawWaiting();
  }

  /** The click on it was answered. */
  setReady(): void {
    const card = this.#card();
    if (card) setCardReady(card);
    this.#drawWaiting();
  }

  clear(): void {
    this.#place.replaceChildren();
    this.#drawn = '';
    this.#waiting = null;
  }

  #drawWaiting(): void {
    const json = this.#waiting;
    if (json === null || this.#isHeld()) return;
    this.#waiting = null;
    const text = JSON.stringify(json);
    if (text === this.#drawn) return;
    this.#drawn = text;
    const focused = this.#place.contains(document.activeElement) ? wordsOf(document.activeElement) : null;
    this.#place.replaceChildren(
      drawCard({ json, isPast: false, onSubmit: this.#onSubmit }, this.#ports) ?? unreadable(),
    );
    if (focused !== null) this.#focus(focused);
  }

  #isHeld(): boolean {
    const card = this.#card();
    return card !== null && (isCardBusy(card) || card.querySelector('.more-menu:not([hidden])') !== null);
  }

  #focus(words: string): void {
    const controls = [...this.#place.querySelectorAll<HTMLElement>(CONTROLS)];
    const same = controls.find((control) => wordsOf(control) === words);
    (same ?? this.#place.querySelector<HTMLElement>('.card-title'))?.focus({ preventScroll: true });
  }

  #card(): HTMLElement | null {
    return this.#place.querySelector<HTMLElement>('.card');
  }
}

function wordsOf(element: Element | null): string {
  return element?.textContent?.trim() ?? '';
}

function unreadable(): HTMLElement {
  const element = document.createElement('p');
  element.textContent = deskText.case.unreadable;
  return element;
}
