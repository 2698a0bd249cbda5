/** How near to its end a page counts as read to the end, in pixels. */
const NEAR_END = 160;

/** How much of an element has to be in view for its beginning to be read, in pixels: a title, about. */
const BEGINNING = 48;

/** Whether the person is reading the newest part rather than the history. */
export function isAtEnd(): boolean {
  const { scrollHeight } = document.documentElement;
  return window.scrollY + window.innerHeight >= scrollHeight - NEAR_END;
}

/** Whether somebody who scrolls down has come to an element’s beginning. */
export function isBegun(element: HTMLElement): boolean {
  return element.getBoundingClientRect().top + BEGINNING <= window.innerHeight - covered().bottom;
}

/**
 * Scrolls so that all of an element is in view, or its beginning where it is too tall for that. At once: while a page
 * glides, nobody can tell whether the person reads its end, and what they are about to click moves away.
 */
export function reveal(element: HTMLElement): void {
  const { top, bottom } = covered();
  const fits = element.getBoundingClientRect().height <= window.innerHeight - top - bottom;
  element.scrollIntoView({ block: fits ? 'nearest' : 'start' });
}

/** What the header and the box at the bottom hide of the page, in pixels. */
function covered(): { readonly top: number; readonly bottom: number } {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  return { top: Number.parseFloat(scrollPaddingTop) || 0, bottom: Number.parseFloat(scrollPaddingBottom) || 0 };
}
