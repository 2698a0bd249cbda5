import { type Begun, begunOn, goOnWith, sendBegun } from './begunFields.ts';
import { isCardBusy } from './busyCard.ts';
import type { Entry } from './entry.ts';
import { createEntryElement, type EntryPorts } from './entryElement.ts';
import type { OpenFields } from './outbox.ts';
import { isPast, type Transcript } from './transcript.ts';

interface Shown {
  readonly entry: Entry;
  readonly isPast: boolean;
  readonly element: HTMLElement;
}

interface Drawn {
  readonly element: HTMLElement;
  readonly isFresh?: boolean;
  /** What was begun on it as it was before. */
  readonly begun?: Begun;
}

/** The conversation on the page. */
export interface TranscriptView {
  /** Brings the page up to date; returns the entries that are new on it. */
  show(transcript: Transcript): readonly Entry[];
  elementOf(key: string): HTMLElement | null;
  /** What was begun on the card before the person, to be sent along with what they type. */
  sendBegun(): OpenFields | null;
}

/** Shows a transcript in `log`; only what has changed is drawn anew, so that a half-filled field stays as it is. */
export function createTranscriptView(log: HTMLElement, ports: EntryPorts): TranscriptView {
  const shown = new Map<string, Shown>();

  function draw(entry: Entry, isOver: boolean): Drawn {
    const before = shown.get(entry.key);
    if (before && before.entry === entry && before.isPast === isOver) return { element: before.element };
    const element = createEntryElement(entry, isOver, ports);
    const begun = before && unsent(before.element);
    if (before) before.element.replaceWith(element);
    else element.classList.add('is-new');
    shown.set(entry.key, { entry, isPast: isOver, element });
    return { element, isFresh: true, ...(begun && { begun }) };
  }

  return {
    show(transcript) {
      const isNew = transcript.entries.filter((entry) => !shown.has(entry.key));
      const all = transcript.entries.map((entry, at) => {
        const drawn = draw(entry, isPast(transcript, at));
        const there = log.children[at];
        if (there !== drawn.element) log.insertBefore(drawn.element, there ?? null);
        return drawn;
      });
      carryOn(all);
      removeMissing(transcript, shown);
      return isNew;
    },
    elementOf: (key) => shown.get(key)?.element ?? null,
    sendBegun() {
      const open = [...shown.values()].findLast(({ entry, isPast }) => entry.card !== null && !isPast)?.element;
      const card = open?.querySelector<HTMLElement>('.card');
      return card && !isCardBusy(card) ? sendBegun(card) : null;
    },
  };
}

/** What was being filled in goes on, on the card as it is now or on the one that takes its place. */
function carryOn(all: readonly Drawn[]): void {
  for (const { begun } of all) {
    if (begun) for (const { element, isFresh } of all) if (isFresh) goOnWith(begun, element);
  }
}

/** What was begun on a card and not sent. */
function unsent(element: HTMLElement): Begun | null {
  const card = element.querySelector('.card');
  return card && !isCardBusy(card) ? begunOn(element) : null;
}

function removeMissing(transcript: Transcript, shown: Map<string, Shown>): void {
  const keys = new Set(transcript.entries.map((entry) => entry.key));
  for (const [key, { element }] of shown) {
    if (keys.has(key)) continue;
    element.remove();
    shown.delete(key);
  }
}
