/** The lines of a table as trimmed cells. */
export function readTable(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(' | ').map((cell) => cell.trim()));
}

/** `a b c`, or `-` for none. */
export function readList(cell: string): string[] {
  return cell === '-' ? [] : cell.split(' ');
}

/** `single inside -` as answers; `-` is not answered. */
export function readAnswers(cell: string): Record<string, string> {
  const given = cell.split(/ +/);
  const entries = ['users', 'location', 'computers'].map((question, index) => [question, given[index] ?? '-']);
  return Object.fromEntries(entries.filter(([, option]) => option !== '-'));
}
