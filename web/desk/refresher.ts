import { backOff } from '../backOff.ts';

/** Many changes at once are fetched together, in milliseconds. */
const TOGETHER = 250;

/** How a fetch ended: done, or to be tried again after so many milliseconds, by default after the usual back-off. */
export type Fetched = 'done' | { readonly after: number | null };

/** Fetches something again whenever that is asked for: never twice at a time, and until it has worked. */
export class Refresher {
  readonly #fetch: () => Promise<Fetched>;
  readonly #random: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #isAskedAgain = false;
  #isStopped = false;
  #failures = 0;

  /** @param random from 0 to 1 */
  constructor(fetch: () => Promise<Fetched>, random: () => number) {
    this.#fetch = fetch;
    this.#random = random;
  }

  /** Soon, together with whatever else is asked for until then. */
  ask(): void {
    this.#later(TOGETHER);
  }

  /** At once; resolves when it was fetched or has failed. */
  now(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isStopped = false;
    if (this.#running === null) {
      this.#running = this.#run();
      return this.#running;
    }
    // What is on its way may be older than what is asked for.
    this.#isAskedAgain = true;
    return this.#running.then(() => this.#running ?? undefined);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#isStopped = true;
    this.#isAskedAgain = false;
  }

  async #run(): Promise<void> {
    const fetched = await this.#fetch();
    this.#running = null;
    if (this.#isStopped) return;
    if (this.#isAskedAgain) {
      this.#isAskedAgain = false;
      this.#running = this.#run();
      return;
    }
    if (fetched === 'done') this.#failures = 0;
    else {
      this.#failures += 1;
      this.#later(fetched.after ?? backOff(this.#failures, this.#random()));
    }
  }

  #later(milliseconds: number): void {
    this.#isStopped = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), milliseconds);
  }
}
