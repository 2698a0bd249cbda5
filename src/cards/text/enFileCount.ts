const count = new Intl.NumberFormat('en');

/** “1 file”, “2 files”; `orMore` where there may be others besides. */
export function enFileCount(files: number, { orMore = false }: { readonly orMore?: boolean } = {}): string {
  if (orMore) return `${count.format(files)} files or more`;
  return `${count.format(files)} ${files === 1 ? 'file' : 'files'}`;
}
