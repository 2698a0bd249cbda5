import { pageText } from './pageText.ts';

/** Longest message, in characters. Source: FIELD_LIMIT of src/cards/actions.ts. */
const TEXT_LIMIT = 4000;

/** From here on the count is shown. */
const NEAR_LIMIT = 3600;

/** The box to type in. */
export interface Composer {
  /** Puts a text back that couldn't be sent. */
  put(text: string): void;
  /** What stands in it. */
  text(): string;
  /** Replaces what stands in it. */
  set(text: string): void;
}

/** The parts of the form. */
export interface ComposerParts {
  readonly form: HTMLFormElement;
  readonly field: HTMLTextAreaElement;
  /** Where the count and what is wrong are said. */
  readonly note: HTMLElement;
  /** Told what stands in it, whenever that changes. */
  readonly onChange?: (text: string) => void;
}

/** Makes the form work: Enter sends, Shift+Enter begins a line, and nothing is ever cut off. */
export function createComposer(parts: ComposerParts, onSend: (text: string) => void): Composer {
  const { form, field } = parts;
  field.oninput = () => changed(parts);
  field.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send(parts, onSend);
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    send(parts, onSend);
  };
  return {
    put(text) {
      field.value = field.value === '' ? text : `${text}\n${field.value}`;
      changed(parts);
      field.focus();
    },
    text: () => field.value,
    set(text) {
      field.value = text;
      changed(parts);
    },
  };
}

function send(parts: ComposerParts, onSend: (text: string) => void): void {
  const { field } = parts;
  const text = field.value.trim();
  if (text === '') showNote(parts, pageText.composer.nothing, true);
  field.focus();
  if (text === '' || text.length > TEXT_LIMIT) return;
  field.value = '';
  changed(parts);
  onSend(text);
}

function changed(parts: ComposerParts): void {
  const { field } = parts;
  parts.onChange?.(field.value);
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
  const { length } = field.value.trim();
  if (length > TEXT_LIMIT) showNote(parts, pageText.composer.tooLong(length, TEXT_LIMIT), true);
  else showNote(parts, length >= NEAR_LIMIT ? pageText.composer.count(length, TEXT_LIMIT) : '', false);
}

function showNote({ field, note }: ComposerParts, text: string, isFault: boolean): void {
  // Said at once when it is a fault, not at every letter when it is a count.
  note.setAttribute('role', isFault ? 'alert' : 'none');
  if (note.textContent !== text) note.textContent = text;
  note.classList.toggle('is-fault', isFault);
  field.setAttribute('aria-invalid', String(isFault));
}
