import { backOff } from '../backOff.ts';
import type { Deed, DeskAnswer } from './deskTypes.ts';
import type { Reply } from './reply.ts';

/** How often a deed is tried where the connection is gone: some seven seconds, which bridges a change of network. */
const ATTEMPTS = 4;

/** What sending deeds needs. */
export interface DeedPorts {
  readonly act: (id: string, deed: Deed) => Promise<Reply<DeskAnswer>>;
  /** Told when it has to wait: why, and for how many milliseconds. */
  readonly onWait: (why: 'lost' | 'too-fast' | 'busy', after: number) => void;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly newId: () => string;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** How a deed ended. `lost`: whether it has arrived isn't known; the same deed once more can't do it twice. */
export type DeedEnd =
  | { readonly end: 'done'; readonly answer: DeskAnswer }
  | { readonly end: 'signed-out' | 'refused' | 'lost' };

/**
 * Sends deeds, so that each counts once: the same deed keeps its id until the server has answered to it, and while it
 * is on its way it isn't sent a second time.
 */
export class Deeds {
  readonly #ports: DeedPorts;
  readonly #ids = new Map<string, string>();
  readonly #running = new Map<string, Promise<DeedEnd>>();

  constructor(ports: DeedPorts) {
    this.#ports = ports;
  }

  send(deed: Deed): Promise<DeedEnd> {
    const key = JSON.stringify(deed);
    const running = this.#running.get(key);
    if (running) return running;
    const id = this.#ids.get(key) ?? this.#ports.newId();
    this.#ids.set(key, id);
    const ending = this.#send(id, deed).then((end) => {
      this.#running.delete(key);
      if (end.end === 'done' || end.end === 'refused') this.#ids.delete(key);
      return end;
    });
    this.#running.set(key, ending);
    return ending;
  }

  async #send(id: string, deed: Deed): Promise<DeedEnd> {
    for (let failures = 0; ; ) {
      const reply = await this.#ports.act(id, deed);
      if (reply.end === 'done') return { end: 'done', answer: reply.value };
      if (reply.end === 'signed-out') return { end: 'signed-out' };
      if (reply.end !== 'again') return { end: 'refused' };
      // A pause that the server asks for is no failure: it is there, and will take it.
      if (reply.after === null) failures += 1;
      if (failures === ATTEMPTS) return { end: 'lost' };
      const after = reply.after ?? backOff(failures, this.#ports.random());
      this.#ports.onWait(reply.after === null ? 'lost' : reply.why, after);
      await this.#ports.pause(after);
    }
  }
}
