import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { DeskAnswer, ListedCase, ShownCase } from '../../src/channels/desk/deskPort.ts';
import type { FileAnswer, SentFile } from './pageUpload.ts';

/** What the page has done. */
export interface SentDeed {
  readonly id: string;
  readonly case: string | null;
  readonly value?: Readonly<Record<string, unknown>>;
  readonly text?: string;
}

/** How deeds are answered: with a status, by cutting the connection, or (null) by what the test says. */
export type DeedAnswer = 'gone' | { readonly status: number; readonly retryAfter?: number } | null;

/** A case as the list and the page of the case show it. */
export interface DeskCase {
  readonly listed: ListedCase;
  readonly shown: ShownCase;
}

/** What the desk's server for the page's tests knows. */
export class PageDeskState {
  readonly deeds: SentDeed[] = [];
  readonly files: SentFile[] = [];
  readonly openings: Readonly<Record<string, unknown>>[] = [];
  readonly streams = new Set<ServerResponse>();
  open: readonly DeskCase[] = [];
  closed: readonly DeskCase[] = [];
  token = 'the-token-of-the-desk';
  link = 'a-signed-link';
  /** The case that the link is for. */
  only: string | null = null;
  /** Counts sign-ins: each ends the one before. */
  session = 0;
  isAway = false;
  deedAnswer: DeedAnswer = null;
  fileAnswer: FileAnswer = null;
  react: (deed: SentDeed) => Partial<DeskAnswer> & { readonly refused?: true } = () => ({});
  readonly #changes = new EventEmitter();

  get csrf(): string {
    return `csrf-${this.session}`;
  }

  find(id: string | null): DeskCase | undefined {
    return [...this.open, ...this.closed].find(({ listed }) => listed.id === id);
  }

  /** Puts a case in the place of the one of its id, and tells the pages. */
  put(changed: DeskCase): void {
    const others = this.open.filter(({ listed }) => listed.id !== changed.listed.id);
    const isNew = others.length === this.open.length;
    this.open = isNew ? [changed, ...others] : this.open.map((each) => (others.includes(each) ? each : changed));
    this.tell(changed.listed.id);
  }

  tell(id: string): void {
    for (const stream of this.streams) stream.write(`data: ${JSON.stringify({ case: id, revision: 2 })}\n\n`);
  }

  listen(stream: ServerResponse): void {
    this.streams.add(stream);
    stream.on('close', () => this.streams.delete(stream));
    this.#changes.emit('change');
  }

  did(deed: SentDeed): void {
    this.deeds.push(deed);
    this.#changes.emit('change');
  }

  took(file: SentFile): void {
    this.files.push(file);
    this.#changes.emit('change');
  }

  /** Nobody is signed in any more. */
  expire(): void {
    this.session += 1;
    this.end('over');
  }

  /** Ends the streams for good with a named event. */
  end(reason: 'displaced' | 'over'): void {
    for (const stream of this.streams) stream.end(`event: ${reason}\ndata:\n\n`);
  }

  cut(): void {
    for (const stream of this.streams) stream.destroy();
  }

  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await once(this.#changes, 'change');
  }
}
