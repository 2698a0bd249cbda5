import { carriedText } from './carriedText.ts';
import type { OpenFields } from './outbox.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface BegunField {
  readonly initial: string;
  readonly value: string;
}

/** What somebody has begun to fill in on a card. */
export interface Begun {
  /** The title of the card: another card may have fields of the same names. */
  readonly title: string;
  readonly fields: ReadonlyMap<string, BegunField>;
  /** The name of the field that has the focus, and where in it they are. */
  readonly focused: { readonly name: string; readonly start: number | null; readonly end: number | null } | null;
}

const initials = new WeakMap<Control, string>();

/** Remembers what stands in the fields of a card that was just drawn. */
export function noteFields(card: HTMLElement): void {
  for (const control of controlsOf(card).values()) initials.set(control, control.value);
}

/** What was begun on a card; null where that is nothing. */
export function begunOn(root: HTMLElement): Begun | null {
  const fields = new Map<string, BegunField>();
  let focused: Begun['focused'] = null;
  for (const [name, control] of controlsOf(root)) {
    const initial = initials.get(control) ?? '';
    if (control.value !== initial) fields.set(name, { initial, value: control.value });
    if (control === document.activeElement) focused = { name, ...selectionOf(control) };
  }
  return fields.size === 0 && focused === null ? null : { title: titleOf(root), fields, focused };
}

/** What was begun on a card, on its way to the server: from now on it counts as sent. Null where that is nothing. */
export function sendBegun(root: HTMLElement): OpenFields | null {
  const { card } = root.dataset;
  const begun = begunOn(root)?.fields;
  if (card === undefined || begun === undefined || begun.size === 0) return null;
  noteFields(root);
  return { card, fields: Object.fromEntries([...begun].map(([name, { value }]) => [name, value])) };
}

/** Puts what was begun on a card onto the one that takes its place: nobody has to type anything twice. */
export function goOnWith(begun: Begun, root: HTMLElement): void {
  if (titleOf(root) !== begun.title) return;
  const controls = controlsOf(root);
  for (const [name, field] of begun.fields) {
    const control = controls.get(name);
    if (control === undefined) continue;
    control.value = carriedText(field, control.value);
    control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  }
  const { name = '', start, end } = begun.focused ?? {};
  const focused = controls.get(name);
  focused?.focus({ preventScroll: true });
  if (focused instanceof HTMLTextAreaElement) focused.setSelectionRange(start ?? null, end ?? null);
}

function controlsOf(root: HTMLElement): Map<string, Control> {
  const all = root.querySelectorAll<HTMLElement>('[data-field]');
  const named = [...all].map((field) => [field.dataset['field'] ?? '', controlIn(field)] as const);
  return new Map(named.flatMap(([name, control]) => (control ? [[name, control] as const] : [])));
}

function controlIn(field: HTMLElement): Control | null {
  return field.querySelector<Control>('input, textarea, select');
}

function titleOf(root: HTMLElement): string {
  return root.querySelector('.card-title')?.textContent ?? '';
}

function selectionOf(control: Control): { readonly start: number | null; readonly end: number | null } {
  // Only a box has one that may be asked for: an e-mail or time field throws.
  if (!(control instanceof HTMLTextAreaElement)) return { start: null, end: null };
  return { start: control.selectionStart, end: control.selectionEnd };
}
