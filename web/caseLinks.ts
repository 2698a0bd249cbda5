import { createCopyButton } from './copyButton.ts';
import { pageText } from './pageText.ts';

/** Longer than the history takes to come: of all the cards that it passes through, only the last one asks. In milliseconds. */
const SETTLED = 400;

const PLACE = 'case-link';

/** What the boxes need. */
export interface CaseLinkPorts {
  /** The link to a case; null where there is none to be had. */
  readonly fetch: (caseId: string) => Promise<string | null>;
  readonly announce: (said: string) => void;
}

/**
 * Puts a person's link to their request where a card has room for it: on the newest such card, and on no other, since
 * who has the link can read the chat. Where there is no link, what the card says instead stays.
 */
export function createCaseLinks({ fetch, announce }: CaseLinkPorts): (caseId: string, place: HTMLElement) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const said = new WeakMap<HTMLElement, readonly Node[]>();

  const fill = async (caseId: string, place: HTMLElement) => {
    const url = await fetch(caseId);
    // Meanwhile the card may have been answered, or another one has come.
    if (url === null || !isNewest(place)) return;
    said.set(place, [...place.childNodes]);
    place.classList.add('copy');
    place.replaceChildren(
      ...box(url),
      createCopyButton(() => url, announce),
    );
  };

  return (caseId, place) => {
    place.classList.add(PLACE);
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const other of places()) if (!isNewest(other)) empty(other, said);
      const isThere = place.isConnected && isNewest(place) && !said.has(place);
      if (isThere) void fill(caseId, place);
    }, SETTLED);
  };
}

function places(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`.${PLACE}`)];
}

function isNewest(place: HTMLElement): boolean {
  return places().at(-1) === place;
}

function empty(place: HTMLElement, said: WeakMap<HTMLElement, readonly Node[]>): void {
  const before = said.get(place);
  if (before === undefined) return;
  said.delete(place);
  place.classList.remove('copy');
  place.replaceChildren(...before);
}

function box(url: string): HTMLElement[] {
  const label = document.createElement('p');
  label.className = 'copy-label';
  label.textContent = pageText.caseLink.label;
  const text = document.createElement('p');
  text.className = 'copy-text code';
  text.textContent = url;
  const hint = document.createElement('p');
  hint.className = 'copy-hint';
  hint.textContent = pageText.caseLink.hint;
  return [label, text, hint];
}
