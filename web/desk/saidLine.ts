import { byId } from '../pageParts.ts';

/** The line that says what became of what somebody has just done. */
export class SaidLine {
  readonly #line = byId('said');

  say(text: string): void {
    this.#write(text, false);
  }

  fault(text: string): void {
    this.#write(text, true);
  }

  clear(): void {
    this.#write('', false);
  }

  #write(text: string, isFault: boolean): void {
    this.#line.classList.toggle('is-fault', isFault);
    this.#line.textContent = text;
  }
}
