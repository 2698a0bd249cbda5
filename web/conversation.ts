import type { Activity } from './activity.ts';
import { setCardReady } from './busyCard.ts';
import type { Delivery } from './entry.ts';
import type { Greeter } from './greeter.ts';
import { notSentYet } from './notSentYet.ts';
import { pageText } from './pageText.ts';
import type { StatusLine } from './statusLine.ts';
import * as said from './transcript.ts';
import type { TranscriptView } from './transcriptView.ts';
import { type UploadNews, uploadChanged, uploading } from './uploadEntries.ts';
import { Waiting } from './waiting.ts';

/** An event stream that pauses for so long has brought all of the history. In milliseconds. */
const HISTORY_PAUSE = 150;

/** The parts of the page that a conversation moves. */
export interface ConversationPorts {
  readonly view: TranscriptView;
  readonly status: StatusLine;
  readonly greeter: Greeter;
  /** Shown while nothing has been said. */
  readonly empty: HTMLElement;
}

/** What happens to the conversation, one method each: it keeps what was said and has it shown. */
export class Conversation {
  readonly #ports: ConversationPorts;
  readonly #waiting: Waiting;
  #transcript = said.NOTHING_SAID;
  /** Until all that was said before has come: it is shown without a fuss. */
  #isHistory = true;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: ConversationPorts) {
    this.#ports = ports;
    this.#waiting = new Waiting(ports.status);
  }

  received(seq: number, activity: Activity): void {
    if (this.#isHistory) this.#awaitEndOfHistory();
    if (activity.kind === 'typing') this.#waiting.begin(() => this.#letGo());
    const isAnswer = activity.kind === 'said' && activity.by === 'bot';
    // The bot keeps quiet where an agent hears it.
    const isWithAgent = activity.kind === 'said' && activity.to !== null;
    if (isAnswer || isWithAgent) this.#waiting.end();
    // Before the clicked card may be used again: what stood in its fields was sent, and isn't carried on to the new one.
    this.#show(said.received(this.#transcript, seq, activity));
    if (isAnswer) this.#letGo();
  }

  typed(id: string, text: string): void {
    this.#acted();
    this.#show(said.typed(this.#transcript, { id, text }));
  }

  clicked(id: string, key: string): void {
    this.#acted();
    this.#ports.greeter.clicked({ id, key });
  }

  delivered(id: string, delivery: Delivery, after: number | null): void {
    this.#show(said.delivered(this.#transcript, id, delivery, after));
    switch (delivery) {
      case 'sending':
        this.#waiting.begin(() => this.#letGo());
        break;
      case 'again':
      case 'too-fast':
      case 'busy':
        this.#waiting.say(notSentYet(delivery, after));
        break;
      case 'refused':
        this.#refused(id);
        break;
      case 'sent':
    }
  }

  withdrew(id: string): void {
    this.#show(said.withdrawn(this.#transcript, id));
  }

  /** Another conversation goes on here; what was said before stays to be read. */
  renewed(why: 'ended' | 'switched'): void {
    this.#show(said.renewed(this.#transcript));
    if (why === 'ended') this.#waiting.say(pageText.status.newSession);
    else this.#ports.status.notice(pageText.status.switched);
  }

  uploading(id: string, file: { readonly name: string; readonly size: number }): void {
    this.#acted();
    this.#show(uploading(this.#transcript, id, file));
  }

  uploadChanged(id: string, news: UploadNews): void {
    this.#show(uploadChanged(this.#transcript, id, news));
  }

  connected(): void {
    this.#ports.empty.hidden = this.#transcript.entries.length > 0;
    if (this.#isHistory) this.#awaitEndOfHistory();
  }

  #show(transcript: said.Transcript): void {
    const before = this.#ports.greeter.before();
    this.#transcript = transcript;
    const isNew = this.#ports.view.show(transcript);
    this.#ports.empty.hidden = transcript.entries.length > 0;
    const newest = isNew.at(-1);
    if (!this.#isHistory && newest) this.#ports.greeter.arrived(newest, before);
  }

  #refused(id: string): void {
    this.#waiting.end();
    if (this.#ports.greeter.click?.id !== id) return;
    this.#letGo();
    this.#ports.status.wait(pageText.sending.refusedClick);
  }

  /** No answer came to a click: its card can be used again. */
  #letGo(): void {
    const { click } = this.#ports.greeter;
    const card = click && this.#ports.view.elementOf(click.key)?.querySelector<HTMLElement>('.card');
    if (card) setCardReady(card);
  }

  #awaitEndOfHistory(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#endHistory();
      const newest = this.#transcript.entries.findLast((entry) => entry.by === 'bot');
      if (newest) this.#ports.greeter.opened(newest);
    }, HISTORY_PAUSE);
  }

  #acted(): void {
    this.#endHistory();
    this.#ports.status.notice(null);
  }

  /** Whatever comes after the person did something is news. */
  #endHistory(): void {
    clearTimeout(this.#pause);
    this.#isHistory = false;
  }
}
