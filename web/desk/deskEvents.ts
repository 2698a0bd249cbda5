import { backOff } from '../backOff.ts';
import { readChanges } from './readDesk.ts';
import type { Reply } from './reply.ts';

/** `busy`: the server is there and asks to come back later. `resting`: another tab has taken over. */
export type DeskConnection = 'live' | 'lost' | 'busy' | 'resting';

/** What the events tell. */
export interface DeskEventPorts {
  /** Cases have changed; null where it isn't said which, or where something may have been missed. */
  readonly onChange: (cases: readonly string[] | null) => void;
  readonly onConnection: (connection: DeskConnection) => void;
  readonly onSignedOut: () => void;
  /** Asks whether we still are signed in: an event source doesn't tell why it was refused. */
  readonly probe: () => Promise<Reply<unknown>>;
}

/** Hears of every change at the desk, and comes back by itself when the connection was gone. */
export class DeskEvents {
  readonly #ports: DeskEventPorts;
  #source: EventSource | null = null;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: DeskEventPorts) {
    this.#ports = ports;
  }

  connect(): void {
    this.close();
    const source = new EventSource('/desk/events');
    this.#source = source;
    source.onopen = () => {
      this.#failures = 0;
      this.#ports.onConnection('live');
      // What has happened until now wasn't heard.
      this.#ports.onChange(null);
    };
    source.onmessage = ({ data }) => this.#ports.onChange(readChanges(String(data)));
    source.addEventListener('displaced', () => {
      source.close();
      this.#ports.onConnection('resting');
    });
    source.addEventListener('over', () => {
      source.close();
      void this.#recover();
    });
    source.onerror = () => {
      if (this.#source !== source) return;
      this.#ports.onConnection('lost');
      // The browser reconnects by itself unless the server answered with an error.
      if (source.readyState === EventSource.CLOSED) this.#later(null);
    };
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  /** The network may be back: tries at once. */
  hurry(): void {
    if (this.#source === null || this.#source.readyState === EventSource.OPEN) return;
    clearTimeout(this.#timer);
    void this.#recover();
  }

  async #recover(): Promise<void> {
    const reply = await this.#ports.probe();
    // Meanwhile they may have left.
    if (this.#source === null) return;
    if (reply.end === 'done') this.connect();
    else if (reply.end === 'signed-out') this.#ports.onSignedOut();
    else {
      const after = reply.end === 'again' ? reply.after : null;
      this.#ports.onConnection(after === null ? 'lost' : 'busy');
      this.#later(after);
    }
  }

  #later(after: number | null): void {
    this.#failures += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#recover(), after ?? backOff(this.#failures, Math.random()));
  }
}
