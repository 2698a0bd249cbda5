import type { CardPorts } from './drawCard.ts';
import { drawCard } from './drawCard.ts';
import { notSentYet } from './notSentYet.ts';
import { pageText } from './pageText.ts';
import type { Entry } from './transcript.ts';

/** What can be done on an entry. */
export interface EntryPorts extends CardPorts {
  readonly onSubmit: (entry: Entry, data: object) => void;
  /** A message that the server refused: once more, or back into the box. */
  readonly onRetry: (entry: Entry) => void;
  readonly onEdit: (entry: Entry) => void;
}

/** One message of the conversation. What is past can only be read. */
export function createEntryElement(entry: Entry, isPast: boolean, ports: EntryPorts): HTMLElement {
  const element = document.createElement('article');
  element.className = `entry by-${entry.by}`;
  element.classList.toggle('is-past', isPast);
  element.setAttribute('aria-label', entry.by === 'bot' ? pageText.bot : pageText.person);
  element.append(...(entry.by === 'bot' ? botParts(entry, isPast, ports) : userParts(entry, ports)));
  return element;
}

function botParts(entry: Entry, isPast: boolean, ports: EntryPorts): HTMLElement[] {
  if (!entry.card) return [bubble(entry.text || pageText.unreadable)];
  const onSubmit = (data: object) => ports.onSubmit(entry, data);
  const card = drawCard({ json: entry.card, isPast, onSubmit }, ports);
  return [card ?? bubble(entry.text || pageText.unreadable)];
}

function userParts(entry: Entry, ports: EntryPorts): HTMLElement[] {
  const text = bubble(entry.text);
  switch (entry.delivery) {
    case 'sent':
      return [text];
    case 'sending':
      text.classList.add('is-sending');
      return [text];
    case 'again':
    case 'too-fast':
    case 'busy':
      return [text, note(notSentYet(entry.delivery, entry.after))];
    case 'refused':
      return [text, refusal(entry, ports)];
  }
}

function bubble(text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'bubble';
  element.textContent = text;
  return element;
}

function note(text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'entry-note';
  element.textContent = text;
  return element;
}

function refusal(entry: Entry, ports: EntryPorts): HTMLElement {
  const element = note(pageText.sending.refused);
  element.classList.add('is-fault');
  element.append(
    button(pageText.sending.retry, () => ports.onRetry(entry)),
    button(pageText.sending.edit, () => ports.onEdit(entry)),
  );
  return element;
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'text-button';
  element.textContent = label;
  element.onclick = onClick;
  return element;
}
