import { backOff } from './backOff.ts';
import type { Answer } from './server.ts';

/** What the marks need. */
export interface ReadMarkPorts {
  readonly post: (entry: string) => Promise<Answer>;
  readonly isVisible: () => boolean;
  /** What an earlier visit of this tab has told already. */
  readonly told: readonly string[];
  readonly keep: (told: readonly string[]) => void;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** What telling again can mend: no connection, too fast, a fault of the server's. */
const PASSING = [0, 408, 425, 429];

/** Tells the server which answers of the helpdesk's were read: each once, when the page is in front of somebody. */
export class ReadMarks {
  readonly #ports: ReadMarkPorts;
  readonly #told: Set<string>;
  #untold: string[] = [];
  #isRunning = false;

  constructor(ports: ReadMarkPorts) {
    this.#ports = ports;
    this.#told = new Set(ports.told);
  }

  /** An answer is on the page. */
  shown(entry: string): void {
    if (this.#told.has(entry) || this.#untold.includes(entry)) return;
    this.#untold.push(entry);
    void this.#run();
  }

  /** The page has come before somebody. */
  becameVisible(): void {
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let failures = 0; this.#ports.isVisible(); ) {
      // The newest first: it is the one that the helpdesk waits for.
      const entry = this.#untold.at(-1);
      if (entry === undefined) break;
      const { status, after } = await this.#ports.post(entry);
      const isPassing = PASSING.includes(status) || status >= 500;
      failures = isPassing ? failures + 1 : 0;
      if (isPassing) await pause(after ?? backOff(failures, this.#ports.random()));
      else this.#settle(entry);
    }
    this.#isRunning = false;
  }

  #settle(entry: string): void {
    this.#untold = this.#untold.filter((each) => each !== entry);
    this.#told.add(entry);
    this.#ports.keep([...this.#told]);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
