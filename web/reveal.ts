/** How near to its end a page counts as read to the end, in pixels. */
const NEAR_END = 160;

/** Whether the person is reading the newest part rather than the history. */
export function isAtEnd(): boolean {
  const { scrollHeight } = document.documentElement;
  return window.scrollY + window.innerHeight >= scrollHeight - NEAR_END;
}

/** Scrolls so that all of an element is in view, or its beginning where it is too tall for that. */
export function reveal(element: HTMLElement): void {
  const style = getComputedStyle(document.documentElement);
  const covered = Number.parseFloat(style.scrollPaddingTop) + Number.parseFloat(style.scrollPaddingBottom);
  const room = window.innerHeight - (covered || 0);
  const fits = element.getBoundingClientRect().height <= room;
  element.scrollIntoView({ block: fits ? 'nearest' : 'start' });
}
