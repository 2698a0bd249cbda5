import { byId } from '../pageParts.ts';
import { deskText } from './deskText.ts';
import type { DeskMe } from './deskTypes.ts';

/** Hours away at most, so the day says nothing. */
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** What can be done at the top of the page. */
export interface TopLinePorts {
  readonly onFigures: () => void;
  readonly onLeave: () => void;
}

/** The top of the page: who is at the desk, and until when. */
export class TopLine {
  constructor({ onFigures, onLeave }: TopLinePorts) {
    byId('figures').onclick = onFigures;
    byId('leave').onclick = onLeave;
  }

  /** @param me null for nobody */
  show(me: DeskMe | null): void {
    byId('who').textContent = me === null ? deskText.header.nobody : wordsFor(me);
    byId('top-buttons').hidden = me === null;
    byId('figures').hidden = me?.only !== null;
  }

  /** Says what went wrong, where the name stands otherwise. */
  fault(text: string): void {
    byId('who').textContent = text;
  }
}

function wordsFor({ name, via, expiresAt }: DeskMe): string {
  const time = clock.format(expiresAt);
  return via === 'link' ? deskText.header.byLink(name, time) : deskText.header.until(name, time);
}
