import { pageText } from './pageText.ts';
import type { Connection } from './session.ts';

/** A connection that comes back sooner was never gone, for the person. In milliseconds. */
const GRACE = 2_000;

/** When a page that is still empty says that it takes long, in milliseconds. */
const SLOW_START = 6_000;

/** Where the page says what it waits for. */
export interface StatusPlaces {
  /** At the end of the conversation. */
  readonly below: HTMLElement;
  /** Above the box to type in: always in view. */
  readonly bottom: HTMLElement;
  /** In the page while nothing has been said. */
  readonly empty: HTMLElement;
  /** Takes the conversation back into this tab. */
  readonly goOn: HTMLElement;
}

/** The lines that say what the page waits for. */
export class StatusLine {
  readonly #places: StatusPlaces;
  #connection: Connection | null = null;
  #notice = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(places: StatusPlaces) {
    this.#places = places;
  }

  /** What is waited for at the end of the conversation; null for nothing. */
  wait(text: string | null): void {
    say(this.#places.below, text ?? this.#notice);
  }

  /** What is said there while nothing is waited for; null for nothing. */
  notice(text: string | null): void {
    this.#notice = text ?? '';
    say(this.#places.below, this.#notice);
  }

  connection(connection: Connection): void {
    // The same again, such as the next attempt that failed, starts no new period of grace.
    if (connection === this.#connection) return;
    this.#connection = connection;
    clearTimeout(this.#timer);
    this.#places.goOn.hidden = connection !== 'resting';
    const { bottom, empty } = this.#places;
    switch (connection) {
      case 'connecting':
        say(empty, pageText.empty.connecting);
        this.#later(empty, pageText.empty.slow, SLOW_START);
        break;
      case 'live':
        say(bottom, '');
        this.#later(empty, pageText.empty.waiting, GRACE);
        break;
      case 'lost':
        this.#later(bottom, pageText.status.offline, GRACE);
        break;
      case 'busy':
        say(bottom, pageText.status.busyServer);
        break;
      case 'resting':
        say(bottom, pageText.status.resting);
    }
  }

  #later(line: HTMLElement, text: string, after: number): void {
    this.#timer = setTimeout(() => say(line, text), after);
  }
}

/** Screen readers read a region again whenever it is written to. */
function say(line: HTMLElement, text: string): void {
  if (line.textContent !== text) line.textContent = text;
}
