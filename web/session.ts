import { backOff } from './backOff.ts';
import { type Answer, openSession, probeEvents, whenAgain } from './server.ts';

/** `busy`: the server is there and asks to come back later. `resting`: another tab has taken over. */
export type Connection = 'connecting' | 'live' | 'lost' | 'busy' | 'resting';

/** How the server answers to a link that no longer works, or never did. */
const LINK_OVER = [400, 404, 410];

/** What the session tells the page. */
export interface SessionPorts {
  readonly onEvent: (seq: number, data: string) => void;
  readonly onConnection: (connection: Connection) => void;
  /** What comes from now on belongs to another conversation: `why` it does. */
  readonly onRenewed: (why: 'ended' | 'switched') => void;
  /** What became of the link that the page was opened by; `left`: the person keeps the conversation that was open. */
  readonly onLink: (link: 'opened' | 'over' | 'left') => void;
  /** The link leads to this case, and another conversation is open: `openLink` or `leaveLink` is to be called. */
  readonly onChoice: (caseId: string) => void;
}

/** The connection to the bot. It comes back by itself, and goes on after the last event that it has seen. */
export class Session {
  readonly #ports: SessionPorts;
  #source: EventSource | null = null;
  #seen = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #renewing: Promise<boolean> | null = null;
  #secret: string | null;

  /** @param secret of the link that the page was opened by; null where there was none */
  constructor(ports: SessionPorts, secret: string | null) {
    this.#ports = ports;
    this.#secret = secret;
  }

  start(): void {
    this.#ports.onConnection('connecting');
    void this.#open();
  }

  /** Opens the link in place of the conversation that was open. */
  openLink(): void {
    void this.#open(true);
  }

  /** Goes on with the conversation that was open. */
  leaveLink(): void {
    this.#usedLink('left');
    void this.#open();
  }

  /** Gets a new session where the server has forgotten this one; false when that didn't work. */
  renew(): Promise<boolean> {
    this.#renewing ??= this.#openAnew().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  /** The network may be back, or this tab is wanted again: tries at once. */
  hurry(): void {
    if (this.#source === null || this.#source.readyState === EventSource.OPEN) return;
    this.#source.close();
    clearTimeout(this.#timer);
    void this.#recover();
  }

  /** Another tab has opened another conversation, and this browser has one at a time. */
  switched(): void {
    if (this.#source === null) return;
    this.#seen = 0;
    this.#ports.onRenewed('switched');
    if (this.#source.readyState !== EventSource.CLOSED) this.#connect();
  }

  /** @param instead of the conversation that is open in this browser, if there is one */
  async #open(instead = false): Promise<void> {
    const answer = await openSession(this.#secret, instead);
    if (answer.case !== undefined) this.#ports.onChoice(answer.case);
    else if (isDone(answer)) {
      this.#usedLink('opened');
      this.#connect();
    } else if (this.#secret !== null && LINK_OVER.includes(answer.status)) {
      this.#usedLink('over');
      await this.#open();
    } else this.#failed(answer, () => this.#open(instead));
  }

  #usedLink(how: 'opened' | 'over' | 'left'): void {
    if (this.#secret !== null) this.#ports.onLink(how);
    this.#secret = null;
  }

  async #openAnew(): Promise<boolean> {
    this.#source?.close();
    const answer = await openSession(null);
    if (!isDone(answer)) {
      this.#failed(answer, () => this.#recover());
      return false;
    }
    this.#seen = 0;
    this.#ports.onRenewed('ended');
    this.#connect();
    return true;
  }

  #connect(): void {
    this.#source?.close();
    const source = new EventSource(`/web/events?after=${this.#seen}`);
    this.#source = source;
    source.onopen = () => {
      this.#failures = 0;
      this.#ports.onConnection('live');
    };
    source.onmessage = (event) => this.#take(Number(event.lastEventId), String(event.data));
    source.onerror = () => {
      if (this.#source !== source) return;
      this.#ports.onConnection('lost');
      // The browser reconnects by itself unless the server answered with an error.
      if (source.readyState === EventSource.CLOSED) this.#later(() => this.#recover());
    };
    source.addEventListener('displaced', () => {
      source.close();
      this.#ports.onConnection('resting');
    });
  }

  #take(seq: number, data: string): void {
    if (!(seq > this.#seen)) return;
    this.#seen = seq;
    this.#ports.onEvent(seq, data);
  }

  /** Finds out why the stream was refused: an event source doesn't tell. */
  async #recover(): Promise<void> {
    const answer = await probeEvents(this.#seen);
    if (answer.status === 401) await this.renew();
    else if (isDone(answer)) this.#connect();
    else this.#failed(answer, () => this.#recover());
  }

  #failed(answer: Answer, attempt: () => Promise<void>): void {
    this.#ports.onConnection(whenAgain(answer).end === 'again' ? 'lost' : 'busy');
    this.#later(attempt, answer.after);
  }

  #later(attempt: () => Promise<void>, after?: number): void {
    this.#failures += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void attempt(), after ?? backOff(this.#failures, Math.random()));
  }
}

function isDone({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}
