/** The entry of a menu that a key leads to from the one with the focus; undefined where the key leads nowhere. */
export function nextEntry(entries: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? entries.indexOf(focused) : -1;
  switch (key) {
    case 'ArrowDown':
      return entries[(at + 1) % entries.length];
    case 'ArrowUp':
      return entries.at(at - 1);
    case 'Home':
      return entries[0];
    case 'End':
      return entries.at(-1);
    default:
      return key.length === 1 && key !== ' ' ? startingWith(key, [...entries.slice(at + 1), ...entries]) : undefined;
  }
}

function startingWith(letter: string, entries: readonly HTMLElement[]): HTMLElement | undefined {
  return entries.find((entry) => entry.textContent?.toLowerCase().startsWith(letter.toLowerCase()));
}
