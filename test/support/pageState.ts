import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** What the page has sent. */
export interface SentMessage {
  readonly id: string;
  readonly text?: string;
  readonly value?: Readonly<Record<string, unknown>>;
  readonly replyTo?: string;
}

/** How a server is away: no answer at all, a 503 of the proxy in front of it, or its own 503 with a time to come back. */
export type Away = 'unreachable' | 'behind-proxy' | 'full';

/** How messages are answered: with a status, by cutting the connection, or (null) as usual. */
export type Answer = number | 'gone' | { readonly status: number; readonly retryAfter: number } | null;

/** What the server for the page's tests knows: one session, its history, and who listens. */
export class PageState {
  readonly received: SentMessage[] = [];
  readonly history: object[] = [];
  readonly streams = new Set<ServerResponse>();
  session = 1;
  opened = 0;
  away: Away | null = null;
  answer: Answer = null;
  react: (message: SentMessage) => void = (message) => this.#echo(message);
  readonly #changes = new EventEmitter();

  say(activity: object): number {
    const seq = this.history.push(activity);
    for (const stream of this.streams) stream.write(asEvent(seq, activity));
    return seq;
  }

  listen(stream: ServerResponse, after: number): void {
    this.history.slice(after).forEach((activity, at) => {
      stream.write(asEvent(after + at + 1, activity));
    });
    this.streams.add(stream);
    stream.on('close', () => this.streams.delete(stream));
    this.#changes.emit('change');
  }

  receive(message: SentMessage): void {
    this.received.push(message);
    this.#changes.emit('change');
  }

  forget(): void {
    this.session += 1;
    this.history.length = 0;
    this.#cut();
  }

  goAway(as: Away): void {
    this.away = as;
    this.#cut();
  }

  end(reason: string): void {
    for (const stream of this.streams) stream.end(`event: ${reason}\ndata:\n\n`);
  }

  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await once(this.#changes, 'change');
  }

  #cut(): void {
    for (const stream of this.streams) stream.destroy();
  }

  #echo({ id, text }: SentMessage): void {
    if (text !== undefined) this.say({ type: 'message', from: { role: 'user' }, text, channelData: { clientId: id } });
  }
}

function asEvent(seq: number, activity: object): string {
  return `id: ${seq}\ndata: ${JSON.stringify(activity)}\n\n`;
}
