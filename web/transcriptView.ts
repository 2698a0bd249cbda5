import { createEntryElement, type EntryPorts } from './entryElement.ts';
import { type Entry, isPast, type Transcript } from './transcript.ts';

interface Shown {
  readonly entry: Entry;
  readonly isPast: boolean;
  readonly element: HTMLElement;
}

/** The conversation on the page. */
export interface TranscriptView {
  /** Brings the page up to date; returns the entries that are new on it. */
  show(transcript: Transcript): readonly Entry[];
  elementOf(key: string): HTMLElement | null;
}

/** Shows a transcript in `log`; only what has changed is drawn anew, so that a half-filled field stays as it is. */
export function createTranscriptView(log: HTMLElement, ports: EntryPorts): TranscriptView {
  const shown = new Map<string, Shown>();

  function draw(entry: Entry, isOver: boolean): HTMLElement {
    const before = shown.get(entry.key);
    if (before && before.entry === entry && before.isPast === isOver) return before.element;
    const element = createEntryElement(entry, isOver, ports);
    if (before) before.element.replaceWith(element);
    else element.classList.add('is-new');
    shown.set(entry.key, { entry, isPast: isOver, element });
    return element;
  }

  return {
    show(transcript) {
      const isNew = transcript.entries.filter((entry) => !shown.has(entry.key));
      transcript.entries.forEach((entry, at) => {
        const element = draw(entry, isPast(transcript, at));
        const there = log.children[at];
        if (there !== element) log.insertBefore(element, there ?? null);
      });
      removeMissing(transcript, shown);
      return isNew;
    },
    elementOf: (key) => shown.get(key)?.element ?? null,
  };
}

function removeMissing(transcript: Transcript, shown: Map<string, Shown>): void {
  const keys = new Set(transcript.entries.map((entry) => entry.key));
  for (const [key, { element }] of shown) {
    if (keys.has(key)) continue;
    element.remove();
    shown.delete(key);
  }
}
