import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FileAnswer, SentFile } from './pageUpload.ts';

/** What the page has sent. */
export interface SentMessage {
  readonly id: string;
  readonly text?: string;
  readonly value?: Readonly<Record<string, unknown>>;
  readonly replyTo?: string;
  readonly zone?: string;
}

/** What a page says when it asks for a session. */
export interface Opening {
  /** Of the link to a case. */
  readonly secret?: string;
  /** It was chosen in place of another conversation. */
  readonly instead?: true;
  readonly zone?: string;
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
  readonly opens: Opening[] = [];
  readonly files: SentFile[] = [];
  readonly reads: string[] = [];
  /** The cases whose link was asked for. */
  readonly links: string[] = [];
  session = 1;
  /** The secret of the one link that works. */
  secret: string | null = null;
  /** The case of that link, where another conversation is open in the browser. */
  choice: string | null = null;
  /** The link to every case. */
  link: string | null = null;
  fileAnswer: FileAnswer = null;
  /** Files are answered when this has resolved. */
  fileDoor: Promise<void> = Promise.resolve();
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

  read(entry: string): void {
    this.reads.push(entry);
    this.#changes.emit('change');
  }

  askForLink(caseId: string): void {
    this.links.push(caseId);
    this.#changes.emit('change');
  }

  /** Takes a file, and says so as the person's. */
  take(file: SentFile): void {
    const id = String(this.files.push(file));
    const content = { file: id, size: file.bytes.length };
    this.say({
      ...{ type: 'message', from: { role: 'user' }, text: '', channelData: { clientId: file.id } },
      attachments: [{ contentType: file.type, name: file.name, content }],
    });
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
