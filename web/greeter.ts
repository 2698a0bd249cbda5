import type { Entry } from './entry.ts';
import type { NewerButton } from './newerButton.ts';
import { isAtEnd, reveal } from './reveal.ts';
import type { TranscriptView } from './transcriptView.ts';

/** How the page was before something new was shown on it. */
export interface Before {
  readonly wasAtEnd: boolean;
  readonly wasWriting: boolean;
}

/** A click whose answer is awaited: its message, and the key of the card. */
export interface Click {
  readonly id: string;
  readonly key: string;
}

/** What the greeter works with. */
export interface GreeterPorts {
  readonly view: TranscriptView;
  readonly announce: (said: string) => void;
  readonly newer: NewerButton;
}

/**
 * Brings what is new before the person: scrolls to it, reads it out, and takes the focus to it. Nobody is taken away
 * from what they are reading or writing.
 */
export class Greeter {
  readonly #ports: GreeterPorts;
  #click: Click | null = null;

  constructor(ports: GreeterPorts) {
    this.#ports = ports;
  }

  /** The click whose answer is awaited. */
  get click(): Click | null {
    return this.#click;
  }

  clicked(click: Click): void {
    this.#click = click;
  }

  before(): Before {
    return { wasAtEnd: isAtEnd(), wasWriting: this.#isWriting(document.activeElement) };
  }

  /** Something was said while the page was open. */
  arrived(entry: Entry, { wasAtEnd, wasWriting }: Before): void {
    const element = this.#ports.view.elementOf(entry.key);
    if (!element) return;
    if (wasAtEnd || entry.by === 'user' || this.#click) reveal(element);
    else this.#ports.newer.offer(() => this.#ports.view.elementOf(entry.key));
    if (entry.by === 'bot') this.#greet(element, wasWriting);
  }

  /** The page was opened, and this is where the conversation stands. */
  opened(entry: Entry): void {
    const element = this.#ports.view.elementOf(entry.key);
    if (!element) return;
    // Somebody who was quicker than the history stays where they are.
    if (document.activeElement === document.body) reveal(element);
    this.#announce(element, true);
  }

  #greet(element: HTMLElement, wasWriting: boolean): void {
    const heading = element.querySelector<HTMLElement>('.card-title');
    const takesFocus = this.#click !== null && heading !== null && !wasWriting;
    if (takesFocus) heading.focus({ preventScroll: true });
    if (heading) this.#click = null;
    // The heading that has the focus is read by that.
    this.#announce(element, !takesFocus);
  }

  /** The field of the card that was just sent doesn't count. */
  #isWriting(focused: Element | null): boolean {
    const isField = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
    const sent = this.#click && this.#ports.view.elementOf(this.#click.key);
    return isField && !sent?.contains(focused);
  }

  #announce(element: HTMLElement, withTitle: boolean): void {
    const title = element.querySelector('.card-title');
    const texts = [...element.querySelectorAll('.ac-richTextBlock, .bubble')];
    const words = [withTitle ? title : null, texts[0]].map((each) => each?.textContent?.trim() ?? '');
    this.#ports.announce(
      words
        .filter((each) => each !== '')
        .map(sentence)
        .join(' '),
    );
  }
}

/** Screen readers pause where a sentence ends. */
function sentence(words: string): string {
  return /[.!?…:]$/.test(words) ? words : `${words}.`;
}
