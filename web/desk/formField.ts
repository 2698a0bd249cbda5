import { byId } from '../pageParts.ts';

/** A line of a form: a field, and what is wrong with it. In the page it is `<id>`, `<id>-line` and `<id>-fault`. */
export class FormField {
  readonly #input: HTMLInputElement;
  readonly #line: HTMLElement;
  readonly #fault: HTMLElement;

  constructor(id: string) {
    this.#input = byId(id, HTMLInputElement);
    this.#line = byId(`${id}-line`);
    this.#fault = byId(`${id}-fault`);
    this.#input.addEventListener('input', () => this.fault(''));
  }

  get value(): string {
    return this.#input.value;
  }

  set value(value: string) {
    this.#input.value = value;
  }

  set isShown(isShown: boolean) {
    this.#line.hidden = !isShown;
  }

  focus(): void {
    this.#input.focus();
  }

  /** Says what is wrong, and takes the focus there; '' for nothing. */
  fault(text: string): void {
    this.#fault.textContent = text;
    this.#input.setAttribute('aria-invalid', String(text !== ''));
    if (text !== '') this.focus();
  }
}
