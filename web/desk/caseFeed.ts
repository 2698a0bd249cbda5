import type { CaseView } from './caseView.ts';
import type { DeskServer } from './deskServer.ts';
import { deskText } from './deskText.ts';
import { type Fetched, Refresher } from './refresher.ts';

/** What the case needs to be kept up to date. */
export interface CaseFeedPorts {
  readonly server: DeskServer;
  readonly view: CaseView;
  readonly onSignedOut: () => void;
  /** The case is on the page as it now is. */
  readonly onShown: () => void;
}

/** Keeps the case that is shown up to date. */
export class CaseFeed {
  readonly #ports: CaseFeedPorts;
  readonly #refresher = new Refresher(() => this.#fetch(), Math.random);
  #id: string | null = null;

  constructor(ports: CaseFeedPorts) {
    this.#ports = ports;
  }

  /** Says what is shown until the case is there; `now` fetches it. @param id null for none */
  turnTo(id: string | null): void {
    this.#id = id;
    const { view } = this.#ports;
    if (id === null) view.say(deskText.case.noneTitle, deskText.case.none);
    else if (view.shown?.id !== id) view.say(id, deskText.case.loading(id));
  }

  ask(): void {
    this.#refresher.ask();
  }

  now(): Promise<void> {
    return this.#refresher.now();
  }

  stop(): void {
    this.#refresher.stop();
  }

  async #fetch(): Promise<Fetched> {
    const id = this.#id;
    if (id === null) return 'done';
    const { server, view, onShown, onSignedOut } = this.#ports;
    const reply = await server.show(id);
    // Meanwhile another one may have been chosen, which has asked again.
    if (id !== this.#id) return 'done';
    switch (reply.end) {
      case 'done':
        view.show(reply.value);
        onShown();
        return 'done';
      case 'signed-out':
        onSignedOut();
        return 'done';
      case 'again':
        view.note(deskText.case.failed(id));
        return { after: reply.after };
      case 'forbidden':
      case 'missing':
      case 'refused':
        view.say(id, deskText.case.missing(id));
        return 'done';
    }
  }
}
