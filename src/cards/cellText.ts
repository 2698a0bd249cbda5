/** A cell of a table in words, where there is no table: the name of its column goes before it. */
export function cellText(column: string, cell: string): string {
  return /[…:]$/.test(column) ? `${column} ${cell}` : `${column}: ${cell}`;
}
