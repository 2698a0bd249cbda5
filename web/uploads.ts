import { type FileAnswer, type FileEnd, readFileAnswer } from './fileAnswer.ts';
import { type FileFault, fileFault } from './fileFault.ts';
import type { UploadNews } from './uploadEntries.ts';

/** What sends files needs of the page. */
export interface UploadPorts {
  readonly post: (file: File, id: string, onProgress: (share: number) => void) => Promise<FileAnswer>;
  /** Gets a new session where the old one has ended. */
  readonly renew: () => Promise<boolean>;
  readonly onAdded: (id: string, file: File) => void;
  readonly onNews: (id: string, news: UploadNews) => void;
  /** A file was refused. */
  readonly onFault: (file: File, fault: FileFault) => void;
  readonly newId: () => string;
}

interface Waiting {
  readonly id: string;
  readonly file: File;
}

/** Sends the files that a person has chosen, one after another. What was refused is kept until they decide. */
export class Uploads {
  readonly #ports: UploadPorts;
  readonly #waiting: Waiting[] = [];
  readonly #refused = new Map<string, File>();
  #isRunning = false;

  constructor(ports: UploadPorts) {
    this.#ports = ports;
  }

  add(files: readonly File[]): void {
    for (const file of files) {
      const id = this.#ports.newId();
      const fault = fileFault(file);
      this.#ports.onAdded(id, file);
      if (fault === null) this.#waiting.push({ id, file });
      else this.#refuse({ id, file }, fault);
    }
    void this.#run();
  }

  retry(id: string): void {
    const file = this.#refused.get(id);
    if (file === undefined) return;
    this.#refused.delete(id);
    this.#ports.onNews(id, { delivery: 'sending', fault: null, share: 0 });
    this.#waiting.push({ id, file });
    void this.#run();
  }

  /** The person doesn't want to send it any more. */
  drop(id: string): void {
    this.#refused.delete(id);
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) await this.#send(next);
    this.#isRunning = false;
  }

  async #send(one: Waiting): Promise<void> {
    const { id } = one;
    for (let end = await this.#attempt(one); ; end = await this.#attempt(one)) {
      if (end.end === 'sent') return this.#ports.onNews(id, { delivery: 'sent', share: 1 });
      if (end.end === 'refused') return this.#refuse(one, end.fault);
      if (end.end === 'signed-out') return this.#refuse(one, 'lost');
      this.#ports.onNews(id, { delivery: end.why, after: end.after, share: 0 });
      await new Promise((resolve) => setTimeout(resolve, end.after));
      this.#ports.onNews(id, { delivery: 'sending', after: null });
    }
  }

  async #attempt({ id, file }: Waiting): Promise<FileEnd> {
    const post = () => this.#ports.post(file, id, (share) => this.#ports.onNews(id, { share: inSteps(share) }));
    const end = readFileAnswer(await post());
    return end.end === 'signed-out' && (await this.#ports.renew()) ? readFileAnswer(await post()) : end;
  }

  #refuse({ id, file }: Waiting, fault: FileFault): void {
    this.#refused.set(id, file);
    this.#ports.onNews(id, { delivery: 'refused', fault });
    this.#ports.onFault(file, fault);
  }
}

/** Twenty steps are seen to move, and drawn in no time. */
function inSteps(share: number): number {
  return Math.floor(share * 20) / 20;
}
