import type { CaseList } from './caseList.ts';
import type { DeskServer } from './deskServer.ts';
import { deskText } from './deskText.ts';
import type { ListedCase, Which } from './deskTypes.ts';
import { type Fetched, Refresher } from './refresher.ts';
import type { Reply } from './reply.ts';
import { newlyUrgent, urgentCases } from './urgentCases.ts';

/** How often the list is fetched though nothing has happened: it says how long cases wait. In milliseconds. */
const EACH = 60_000;

/** What the list needs to be kept up to date. */
export interface CasesFeedPorts {
  readonly server: DeskServer;
  readonly list: CaseList;
  readonly announce: (said: string) => void;
  readonly onSignedOut: () => void;
  /** The cases that are open have come. */
  readonly onOpenCases: () => void;
}

/** Keeps the list up to date, and tells of what is urgent: in the title of the page, and aloud when it is new. */
export class CasesFeed {
  readonly #ports: CasesFeedPorts;
  readonly #refresher = new Refresher(() => this.#fetch(), Math.random);
  #open: readonly ListedCase[] | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(ports: CasesFeedPorts) {
    this.#ports = ports;
  }

  start(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible') this.ask();
    }, EACH);
    return this.#refresher.now();
  }

  ask(): void {
    this.#refresher.ask();
  }

  now(): Promise<void> {
    return this.#refresher.now();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#refresher.stop();
  }

  /** Forgets what was there, for whoever comes next. */
  clear(): void {
    this.#open = null;
    document.title = deskText.title(0);
  }

  find(caseId: string | null): ListedCase | null {
    return this.#open?.find(({ id }) => id === caseId) ?? null;
  }

  async #fetch(): Promise<Fetched> {
    const { list } = this.#ports;
    const { which } = list;
    const replies = await Promise.all(askedFor(which).map((each) => this.#ports.server.list(each)));
    const failed = replies.find(({ end }) => end !== 'done');
    if (failed) return this.#failed(failed);
    const [open = [], shown = open] = replies.map((reply) => (reply.end === 'done' ? reply.value : []));
    this.#take(open);
    // Meanwhile the other tab may have been chosen, which has asked again.
    if (list.which === which) list.show(shown);
    return 'done';
  }

  #failed(reply: Reply<unknown>): Fetched {
    if (reply.end === 'signed-out') {
      this.#ports.onSignedOut();
      return 'done';
    }
    this.#ports.list.failed();
    return { after: reply.end === 'again' ? reply.after : null };
  }

  #take(open: readonly ListedCase[]): void {
    const before = this.#open;
    this.#open = open;
    document.title = deskText.title(urgentCases(open).length);
    // What was there when the desk was opened is there to be read.
    for (const { title, who } of before === null ? [] : newlyUrgent(before, open)) {
      this.#ports.announce(deskText.list.urgent(title, who));
    }
    this.#ports.onOpenCases();
  }
}

/** Those that are open are asked for always: what is urgent is among them. */
function askedFor(which: Which): readonly Which[] {
  return which === 'open' ? ['open'] : ['open', 'closed'];
}
