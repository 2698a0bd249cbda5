import { backOff } from './backOff.ts';
import type { Delivery } from './entry.ts';

/** What stands in the fields of a card, and the id that its clicks carry. */
export interface OpenFields {
  readonly card: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What the person did, on its way to the server. The id stays the same through all attempts. */
export interface Outgoing {
  readonly id: string;
  readonly text?: string;
  /** What stands in the fields of the card before them, so that it isn't lost with the card. */
  readonly begun?: OpenFields;
  /** The data of a clicked button, and the number of the message it was on. */
  readonly value?: object;
  readonly replyTo?: string;
}

/**
 * How one attempt ended. `again`: after so many milliseconds, by default after the usual back-off. `too-fast` and
 * `busy`: the server asks for a pause of so long, which nothing shortens.
 */
export type Posted =
  | { readonly end: 'sent' }
  | { readonly end: 'refused' }
  | { readonly end: 'again'; readonly after?: number }
  | { readonly end: 'too-fast' | 'busy'; readonly after: number };

/** What the outbox needs. */
export interface OutboxPorts {
  readonly post: (outgoing: Outgoing) => Promise<Posted>;
  /** Told at the first attempt, when one fails, with the milliseconds until the next, and at the end. */
  readonly onDelivery: (outgoing: Outgoing, delivery: Delivery, after?: number) => void;
  /** Where what isn't sent yet outlives a reload. */
  readonly keep: (waiting: readonly Outgoing[]) => void;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Sends in order, one after another, until each has arrived or was refused for good. */
export class Outbox {
  readonly #ports: OutboxPorts;
  readonly #waiting: Outgoing[] = [];
  #isRunning = false;
  #isAskedToWait = false;
  #endPause: () => void = () => undefined;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
  }

  send(outgoing: Outgoing): void {
    this.#waiting.push(outgoing);
    this.#ports.keep([...this.#waiting]);
    if (!this.#isRunning) void this.#run();
  }

  /** The event stream brought it back: it has arrived, even if no answer to the request ever comes. */
  arrived(id: string): void {
    if (this.#waiting.some((each) => each.id === id)) this.#drop(id);
  }

  /** Tries at once instead of waiting any longer, unless the server has asked for a pause. */
  hurry(): void {
    if (!this.#isAskedToWait) this.#endPause();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) await this.#deliver(next);
    this.#isRunning = false;
  }

  async #deliver(outgoing: Outgoing): Promise<void> {
    this.#ports.onDelivery(outgoing, 'sending');
    for (let attempts = 1; this.#waiting.includes(outgoing); attempts++) {
      const posted = await this.#ports.post(outgoing);
      // While the request was on its way the event stream may have brought it back.
      if (!this.#waiting.includes(outgoing)) return;
      if (posted.end === 'sent' || posted.end === 'refused') {
        this.#drop(outgoing.id);
        this.#ports.onDelivery(outgoing, posted.end);
      } else {
        const after = posted.after ?? backOff(attempts, this.#ports.random());
        this.#isAskedToWait = posted.end !== 'again';
        this.#ports.onDelivery(outgoing, posted.end, this.#isAskedToWait ? after : undefined);
        await this.#pause(after);
        this.#isAskedToWait = false;
      }
    }
  }

  #drop(id: string): void {
    this.#waiting.splice(0, this.#waiting.length, ...this.#waiting.filter((each) => each.id !== id));
    this.#ports.keep([...this.#waiting]);
    this.#endPause();
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
