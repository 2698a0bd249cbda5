import { byId } from '../pageParts.ts';
import type { DeskConnection } from './deskEvents.ts';
import { deskText } from './deskText.ts';

/** A connection that comes back sooner was never gone, for whoever looks at the page. In milliseconds. */
const GRACE = 2_000;

/** The line that says that the page may be old. */
export class ConnectionLine {
  readonly #line = byId('connection');
  readonly #goOn = byId('go-on');
  #state: DeskConnection = 'live';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onGoOn called when this tab is wanted again */
  constructor(onGoOn: () => void) {
    this.#goOn.onclick = onGoOn;
  }

  show(state: DeskConnection): void {
    // The same again, such as the next attempt that failed, starts no new period of grace.
    if (state === this.#state) return;
    this.#state = state;
    clearTimeout(this.#timer);
    this.#goOn.hidden = state !== 'resting';
    switch (state) {
      case 'live':
        this.#say('');
        break;
      case 'busy':
        this.#say(deskText.connection.busy);
        break;
      case 'resting':
        this.#say(deskText.connection.resting);
        break;
      case 'lost':
        this.#timer = setTimeout(() => this.#say(deskText.connection.lost), GRACE);
    }
  }

  #say(text: string): void {
    this.#line.textContent = text;
  }
}
