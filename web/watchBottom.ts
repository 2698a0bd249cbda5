/** Keeps what has the focus from hiding behind the box at the bottom: tells the style sheet how tall that is. */
export function watchBottom(bottom: HTMLElement): void {
  const observer = new ResizeObserver(() => {
    document.documentElement.style.setProperty('--bottom-height', `${bottom.offsetHeight}px`);
  });
  observer.observe(bottom);
}
