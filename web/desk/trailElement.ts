import { createFileElement } from '../fileElement.ts';
import { deskText } from './deskText.ts';
import type { TrailLine } from './deskTypes.ts';

/** A line of the trail: who said or did what, and when. */
export function createTrailElement(line: TrailLine): HTMLElement {
  const element = document.createElement('li');
  element.className = `line is-${line.kind} from-${line.side}`;
  const head = document.createElement('p');
  head.className = 'line-head';
  head.append(...headOf(line));
  element.append(head);
  const isOnlyAFile = line.file !== null && line.text === line.file.name;
  if (line.kind !== 'event' && line.text !== '' && !isOnlyAFile) element.append(part('p', 'line-text', line.text));
  if (line.file) {
    element.append(createFileElement(line.file, `/desk/file?id=${encodeURIComponent(line.file.id)}`));
  }
  return element;
}

function headOf(line: TrailLine): (HTMLElement | string)[] {
  const parts: (HTMLElement | string)[] = [timeOf(line), ' '];
  // What happened is one sentence, which as a rule says who did it; of itself the bot says nothing.
  const isNamed = line.kind === 'event' && (line.side === 'bot' || line.text.includes(line.who));
  if (line.who !== '' && !isNamed) parts.push(part('span', 'line-who', line.who), ' ');
  if (line.kind === 'note') parts.push(part('span', 'line-label', deskText.case.note));
  if (line.kind === 'said' && line.side === 'desk') parts.push(part('span', 'line-label', deskText.case.sent));
  if (line.kind === 'event') parts.push(part('span', 'line-event', sentenceOf(line)));
  return parts;
}

/** In a thread it has to end with its time, which here stands before it. */
function sentenceOf({ text, time }: TrailLine): string {
  const end = `, ${time}`;
  return text.endsWith(end) ? text.slice(0, -end.length) : text;
}

function timeOf({ at, time }: TrailLine): HTMLElement {
  const element = document.createElement('time');
  element.dateTime = at.toISOString();
  element.textContent = time;
  return element;
}

function part(kind: 'p' | 'span', className: string, text: string): HTMLElement {
  const element = document.createElement(kind);
  element.className = className;
  element.textContent = text;
  return element;
}
