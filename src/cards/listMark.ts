/** The mark of a numbered item, from 0: `1.`, `2.` … */
export function listMark(index: number): string {
  return `${index + 1}.`;
}

/** The mark of an item under a numbered one, from 0: `a.` … `z.`, then numbers. */
export function sublistMark(index: number): string {
  return index < 26 ? `${String.fromCodePoint(0x61 + index)}.` : listMark(index);
}
