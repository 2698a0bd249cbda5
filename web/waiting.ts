import { pageText } from './pageText.ts';
import type { StatusLine } from './statusLine.ts';

/** An answer that comes sooner needs no words about it, in milliseconds. */
const SOON = 800;

/** When a card can be tapped again because no answer came, in milliseconds. */
const TOO_LONG = 15_000;

/** Says that an answer is on its way, once it takes longer than people expect. */
export class Waiting {
  readonly #status: StatusLine;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(status: StatusLine) {
    this.#status = status;
  }

  /** @param giveUp called when no answer came for too long */
  begin(giveUp: () => void): void {
    this.#clear();
    const isSlow = () => {
      this.#status.wait(pageText.status.slow);
      giveUp();
    };
    this.#timers = [setTimeout(() => this.#status.wait(pageText.status.waiting), SOON), setTimeout(isSlow, TOO_LONG)];
  }

  /** Says something else instead, for as long as it is waited for. */
  say(text: string): void {
    this.#clear();
    this.#status.wait(text);
  }

  end(): void {
    this.#clear();
    this.#status.wait(null);
  }

  #clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }
}
