import type { CardPorts } from './drawCard.ts';
import { drawCard } from './drawCard.ts';
import type { Entry } from './entry.ts';
import { createFileElement } from './fileElement.ts';
import { notSentYet } from './notSentYet.ts';
import { pageText } from './pageText.ts';
import { bubble, note, textButton, words } from './smallParts.ts';
import { uploadParts } from './uploadParts.ts';

/** What can be done on an entry. */
export interface EntryPorts extends CardPorts {
  readonly onSubmit: (entry: Entry, data: object) => void;
  /** A message or file that the server refused: once more, back into the box, or not at all. */
  readonly onRetry: (entry: Entry) => void;
  readonly onEdit: (entry: Entry) => void;
  readonly onRemove: (entry: Entry) => void;
}

/** One message of the conversation. What is past can only be read. */
export function createEntryElement(entry: Entry, isPast: boolean, ports: EntryPorts): HTMLElement {
  const element = document.createElement('article');
  element.className = `entry by-${entry.by}`;
  element.classList.toggle('is-past', isPast);
  element.classList.toggle('is-tick', entry.isTick);
  element.setAttribute('aria-label', nameOf(entry));
  element.append(...(entry.by === 'bot' ? botParts(entry, isPast, ports) : userParts(entry, ports)));
  return element;
}

function nameOf({ by, author }: Entry): string {
  if (by === 'user') return pageText.person;
  return author === null ? pageText.bot : pageText.agent(author);
}

function botParts(entry: Entry, isPast: boolean, ports: EntryPorts): HTMLElement[] {
  if (entry.isTick) return [tick(entry.text)];
  const label = entry.author === null ? [] : [authorLabel(entry)];
  const onSubmit = (data: object) => ports.onSubmit(entry, data);
  const card = entry.card && drawCard({ json: entry.card, isPast, onSubmit }, ports);
  return [...label, ...(card ? [card, ...fileParts(entry)] : textParts(entry))];
}

function authorLabel(entry: Entry): HTMLElement {
  const label = document.createElement('p');
  label.className = 'entry-author';
  label.textContent = nameOf(entry);
  return label;
}

/** The sign says it to eyes; to ears, words do. */
function tick(text: string): HTMLElement {
  const element = note('');
  element.classList.add('tick');
  const sign = document.createElement('span');
  sign.setAttribute('aria-hidden', 'true');
  sign.textContent = text;
  element.append(sign, words('visually-hidden', pageText.tick));
  return element;
}

function textParts(entry: Entry): HTMLElement[] {
  const files = fileParts(entry);
  if (entry.text !== '') return [bubble(entry.text), ...files];
  return files.length > 0 ? files : [bubble(pageText.unreadable)];
}

function fileParts({ files }: Entry): HTMLElement[] {
  return files.map((file) => createFileElement(file, `/web/file?id=${encodeURIComponent(file.id)}`));
}

function userParts(entry: Entry, ports: EntryPorts): HTMLElement[] {
  if (entry.upload !== null) return uploadParts(entry, entry.upload, ports);
  if (entry.delivery === 'sent') return [...textParts(entry), ...sentNote(entry)];
  const text = bubble(entry.text);
  switch (entry.delivery) {
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

/** No answer of the bot’s says that it has arrived where an agent hears it. */
function sentNote({ to }: Entry): HTMLElement[] {
  if (to === null) return [];
  const element = note(pageText.sending.sentTo(to));
  element.classList.add('sent-note');
  return [element];
}

function refusal(entry: Entry, ports: EntryPorts): HTMLElement {
  const element = note(pageText.sending.refused);
  element.classList.add('is-fault');
  element.append(
    textButton(pageText.sending.retry, () => ports.onRetry(entry)),
    textButton(pageText.sending.edit, () => ports.onEdit(entry)),
  );
  return element;
}
